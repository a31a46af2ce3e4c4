/**
 * Finds the one digit that is drawn, and brings it into the form of MNIST's images, in the same steps and with the same constants as
 * the Java package data.image. Left out are those for photographs: uneven background, noise, ruled lines, light ink. What is drawn
 * here is black on pure white.
 */
const normalization = (() => {
  const SIDE = 28;
  const WHITE = 255;

  /** Pixels without ink around a picture, so that each pixel of ink has neighbours. */
  const MARGIN = 1;

  /** A value for each pixel, in single precision as in Java. */
  class Plane {
    constructor(width, height, values = new Float32Array(width * height)) {
      this.width = width;
      this.height = height;
      this.values = values;
    }

    at(x, y) {
      return this.values[y * this.width + x];
    }

    isInside(x, y) {
      return x >= 0 && y >= 0 && x < this.width && y < this.height;
    }
  }

  /** A rectangle of pixels; right and bottom are the first column and row behind it. */
  class Box {
    constructor(left, top, right, bottom) {
      Object.assign(this, { left, top, right, bottom, width: right - left, height: bottom - top });
    }

    joined(other) {
      return new Box(
        Math.min(this.left, other.left),
        Math.min(this.top, other.top),
        Math.max(this.right, other.right),
        Math.max(this.bottom, other.bottom),
      );
    }

    commonColumns(other) {
      return Math.min(this.right, other.right) - Math.max(this.left, other.left);
    }

    commonRows(other) {
      return Math.min(this.bottom, other.bottom) - Math.max(this.top, other.top);
    }

    get longer() {
      return Math.max(this.width, this.height);
    }
  }

  const strokeWidth = (area, perimeter) => (2 * area * 1.2) / Math.max(1, perimeter);

  /* ---- Ink: Shapes.java, Ink.java, Glyph.java, InkOfGlyph.java ---- */

  /** The connected components of ink; pixels that touch at a corner are connected. The outermost pixels are a margin without ink. */
  class Shapes {
    constructor(contrast, ink) {
      this.contrast = contrast;
      this.labels = new Int32Array(ink.length);
      this.all = [];
      const pixels = new Int32Array(ink.length);
      for (let i = 0; i < ink.length; i++) {
        if (ink[i] !== 0 && this.labels[i] === 0) {
          this.all.push(this.fill(i, ink, pixels));
        }
      }
    }

    fill(start, ink, pixels) {
      const { labels } = this;
      const { width, values } = this.contrast;
      const label = this.all.length + 1;
      const ways = [-width - 1, -width, -width + 1, -1, 1, width - 1, width, width + 1];
      let size = 1;
      pixels[0] = start;
      labels[start] = label;
      let left = width;
      let right = 0;
      let top = ink.length;
      let bottom = 0;
      let perimeter = 0;
      let sum = 0;
      for (let next = 0; next < size; next++) {
        const at = pixels[next];
        const x = at % width;
        const y = (at - x) / width;
        left = x < left ? x : left;
        right = x > right ? x : right;
        top = y < top ? y : top;
        bottom = y > bottom ? y : bottom;
        sum += values[at];
        for (let way = 0; way < 8; way++) {
          const near = at + ways[way];
          if (ink[near] !== 0 && labels[near] === 0) {
            labels[near] = label;
            pixels[size++] = near;
          }
        }
        perimeter += 4 - ink[at - 1] - ink[at + 1] - ink[at - width] - ink[at + width];
      }
      const mean = sum / size;
      let dark = 0;
      let count = 0;
      for (let i = 0; i < size; i++) {
        const value = values[pixels[i]];
        if (value >= mean) {
          dark += value;
          count++;
        }
      }
      return {
        label,
        box: new Box(left, top, right + 1, bottom + 1),
        area: size,
        perimeter,
        contrast: dark / count,
      };
    }

    /** The share of a shape's edge at which the picture gets lighter; the near edges of two strokes that hardly part have none. */
    edgeSupport(shape) {
      const { width, height, values } = this.contrast;
      const { labels } = this;
      const { label, box } = shape;
      const reach = Math.max(2, Math.round(Math.min(strokeWidth(shape.area, shape.perimeter), 40) / 3));
      const isInside = (x, y) => x >= MARGIN && y >= MARGIN && x < width - MARGIN && y < height - MARGIN;
      /* A gap that is narrower than the stroke has no edges that count. */
      const isOuterEdge = (x, y, alongX, alongY) => {
        for (let step = 1; step <= 3 * reach; step++) {
          if (!isInside(x + alongX * step, y + alongY * step)) {
            return step > reach;
          }
          if (labels[(y + alongY * step) * width + x + alongX * step] === label) {
            return false;
          }
        }
        return true;
      };
      let sides = 0;
      let supported = 0;
      const look = (x, y, alongX, alongY) => {
        const at = y * width + x;
        if (labels[at + alongY * width + alongX] !== label && isOuterEdge(x, y, alongX, alongY)) {
          sides++;
          supported += values[at + reach * (alongY * width + alongX)] <= 0.5 * values[at];
        }
      };
      for (let y = box.top; y < box.bottom; y++) {
        for (let x = box.left; x < box.right; x++) {
          if (labels[y * width + x] === label) {
            look(x, y, -1, 0);
            look(x, y, 1, 0);
            look(x, y, 0, -1);
            look(x, y, 0, 1);
          }
        }
      }
      return sides === 0 ? 1 : supported / sides;
    }

    hasAny(label, left, top, wide, tall) {
      for (let y = top; y < top + tall; y++) {
        for (let x = left; x < left + wide; x++) {
          if (this.labels[y * this.contrast.width + x] === label) {
            return true;
          }
        }
      }
      return false;
    }

    /** Whether all four sides of a shape's box are drawn, as those of a frame are. */
    isFrame({ label, box, area }) {
      const deep = Math.max(1, Math.floor(Math.min(box.width, box.height) / 10));
      const covered = [0, 0, 0, 0];
      for (let x = box.left; x < box.right; x++) {
        covered[0] += this.hasAny(label, x, box.top, 1, deep);
        covered[1] += this.hasAny(label, x, box.bottom - deep, 1, deep);
      }
      for (let y = box.top; y < box.bottom; y++) {
        covered[2] += this.hasAny(label, box.left, y, deep, 1);
        covered[3] += this.hasAny(label, box.right - deep, y, deep, 1);
      }
      return (
        area / (box.width * box.height) < 0.5 &&
        Math.min(covered[0], covered[1]) >= 0.85 * box.width &&
        Math.min(covered[2], covered[3]) >= 0.85 * box.height
      );
    }
  }

  /** Puts a shape to the glyph that it belongs to, or makes it one of its own. */
  function addToGlyphs(shape, glyphs) {
    const glyph = glyphs.find(({ box }) => belongs(shape.box, box));
    if (glyph) {
      glyph.shapes.push(shape);
      glyph.box = glyph.box.joined(shape.box);
      glyph.area += shape.area;
    } else {
      glyphs.push({ shapes: [shape], box: shape.box, area: shape.area });
    }
  }

  function belongs(part, glyph) {
    const columns = part.commonColumns(glyph);
    const rows = part.commonRows(glyph);
    const narrower = Math.min(part.width, glyph.width);
    const lower = Math.min(part.height, glyph.height);
    const isPart = part.height <= 0.75 * glyph.height;
    const interlocked =
      columns >= 0.4 * narrower && rows >= -0.06 * (part.height + glyph.height) && rows <= 0.5 * lower;
    const above = columns >= 0.4 * narrower && rows >= -0.25 * glyph.height && isPart;
    const beside = columns >= -0.12 * glyph.height && rows >= 0.5 * part.height && isPart;
    return interlocked || above || beside;
  }

  function isAlongEdge(box, plane) {
    const width = plane.width - 2 * MARGIN;
    const height = plane.height - 2 * MARGIN;
    const strip = 0.04 * Math.min(width, height);
    const upright =
      box.height > 2 * box.width && (box.right - MARGIN <= strip || box.left - MARGIN >= width - strip);
    const lying =
      box.width > 2 * box.height && (box.bottom - MARGIN <= strip || box.top - MARGIN >= height - strip);
    return upright || lying;
  }

  /** The characters of a picture, the largest first, and how many pixels are of shapes whose edges are none. */
  function inkOf(shapes) {
    const large = shapes.all.filter(
      (shape) =>
        shape.box.longer >= 4 &&
        !shapes.isFrame(shape) &&
        shape.box.width <= 4 * shape.box.height &&
        !isAlongEdge(shape.box, shapes.contrast),
    );
    const written = large.filter((shape) => shapes.edgeSupport(shape) >= 0.8);
    const tallest = Math.max(0, ...written.map(({ box }) => box.height));
    const glyphs = [];
    written
      .filter(({ box }) => box.longer >= 0.08 * tallest)
      .sort((a, b) => b.box.height - a.box.height)
      .forEach((shape) => addToGlyphs(shape, glyphs));
    const least = 0.4 * Math.max(0, ...glyphs.map(({ box }) => box.height));
    const mean = ({ shapes: parts, area }, of) => parts.reduce((sum, part) => sum + of(part) * part.area, 0) / area;
    glyphs.forEach((glyph) => {
      glyph.contrast = mean(glyph, (part) => part.contrast);
      glyph.strokeWidth = mean(glyph, (part) => strokeWidth(part.area, part.perimeter));
    });
    return {
      glyphs: glyphs.filter(({ box }) => box.height >= least).sort((a, b) => b.area - a.area),
      patches: large
        .filter((shape) => !written.includes(shape) && shape.box.height >= least)
        .reduce((sum, { area }) => sum + area, 0),
    };
  }

  /** The ink of a glyph, 0 to 1, with the soft edges of its strokes. */
  function cutOut(glyph, shapes, threshold) {
    const reach = Math.max(1, Math.round(glyph.strokeWidth / 3));
    const { box } = glyph;
    const { contrast } = shapes;
    const ink = new Plane(box.width + 2 * reach, box.height + 2 * reach);
    const inside = new Uint8Array(ink.values.length);
    const isOfGlyph = new Uint8Array(shapes.all.length + 1);
    glyph.shapes.forEach(({ label }) => (isOfGlyph[label] = 1));
    for (let y = 0; y < box.height; y++) {
      for (let x = 0; x < box.width; x++) {
        const label = shapes.labels[(box.top + y) * contrast.width + box.left + x];
        inside[(y + reach) * ink.width + x + reach] = isOfGlyph[label];
      }
    }
    for (let y = 0; y < ink.height; y++) {
      spread(inside, y * ink.width, 1, ink.width, reach);
    }
    for (let x = 0; x < ink.width; x++) {
      spread(inside, x, ink.width, ink.height, reach);
    }
    const full = 0.85 * glyph.contrast;
    const none = Math.min(full / 2, Math.max(0.12 * glyph.contrast, 0.5 * threshold));
    for (let y = 0; y < ink.height; y++) {
      for (let x = 0; x < ink.width; x++) {
        const at = y * ink.width + x;
        const column = box.left - reach + x;
        const row = box.top - reach + y;
        if (inside[at] !== 0 && contrast.isInside(column, row)) {
          ink.values[at] = Math.min(1, Math.max(0, (contrast.at(column, row) - none) / (full - none)));
        }
      }
    }
    return ink;
  }

  /** Sets what is within a distance of a 1, along a row or a column. */
  function spread(mask, first, step, count, reach) {
    const source = new Uint8Array(count);
    for (let i = 0; i < count; i++) {
      source[i] = mask[first + i * step];
    }
    let sinceForward = reach + 1;
    let sinceBackward = reach + 1;
    for (let i = 0; i < count; i++) {
      const j = count - 1 - i;
      sinceForward = source[i] !== 0 ? 0 : sinceForward + 1;
      sinceBackward = source[j] !== 0 ? 0 : sinceBackward + 1;
      if (sinceForward <= reach) {
        mask[first + i * step] = 1;
      }
      if (sinceBackward <= reach) {
        mask[first + j * step] = 1;
      }
    }
  }

  /* ---- MNIST's form: MnistNormalization.java ---- */

  /** The box of what is inked enough. */
  function inkedBox({ width, height, values }) {
    let left = width;
    let right = 0;
    let top = height;
    let bottom = 0;
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        if (values[y * width + x] >= 0.125) {
          left = x < left ? x : left;
          right = x > right ? x : right;
          top = y < top ? y : top;
          bottom = y;
        }
      }
    }
    return new Box(left, top, right + 1, bottom + 1);
  }

  /** The box of ink scaled until its longer side has some pixels: by the mean over areas, or where it is enlarged, by interpolation. */
  function scaled(ink, side) {
    const box = inkedBox(ink);
    const scale = side / box.longer;
    const width = Math.max(1, Math.round(box.width * scale));
    const height = Math.max(1, Math.round(box.height * scale));
    return scale > 1 ? enlarged(ink, box, scale, width, height) : reduced(ink, box, width, height);
  }

  function enlarged(ink, box, scale, width, height) {
    const result = new Plane(width, height);
    for (let row = 0; row < height; row++) {
      for (let column = 0; column < width; column++) {
        result.values[row * width + column] = between(
          ink,
          box,
          (row + 0.5) / scale - 0.5,
          (column + 0.5) / scale - 0.5,
        );
      }
    }
    return result;
  }

  function between(ink, box, row, column) {
    const y = box.top + Math.min(box.height - 1, Math.max(0, row));
    const x = box.left + Math.min(box.width - 1, Math.max(0, column));
    const top = Math.floor(y);
    const left = Math.floor(x);
    const bottom = Math.min(box.bottom - 1, top + 1);
    const right = Math.min(box.right - 1, left + 1);
    const down = y - top;
    const along = x - left;
    return (
      (1 - down) * ((1 - along) * ink.at(left, top) + along * ink.at(right, top)) +
      down * ((1 - along) * ink.at(left, bottom) + along * ink.at(right, bottom))
    );
  }

  function reduced(ink, box, width, height) {
    const result = new Plane(width, height);
    const rows = parts(box.height, height);
    const columns = parts(box.width, width);
    const { values } = ink;
    for (let row = 0; row < height; row++) {
      const down = rows[row];
      for (let column = 0; column < width; column++) {
        const along = columns[column];
        let sum = 0;
        for (let i = 0; i < down.shares.length; i++) {
          const start = (box.top + down.first + i) * ink.width + box.left + along.first;
          const tall = down.shares[i];
          for (let j = 0; j < along.shares.length; j++) {
            sum += tall * along.shares[j] * values[start + j];
          }
        }
        result.values[row * width + column] = sum / (down.size * along.size);
      }
    }
    return result;
  }

  /** Divides pixels into equal parts: for each, the first pixel, and the share of it and of those that follow that is in the part. */
  function parts(pixels, count) {
    return Array.from({ length: count }, (_, i) => {
      const start = (i * pixels) / count;
      const end = ((i + 1) * pixels) / count;
      const first = Math.floor(start);
      const shares = new Float64Array(Math.ceil(end) - first);
      shares.forEach((_, j) => (shares[j] = Math.min(first + j + 1, end) - Math.max(first + j, start)));
      return { first, shares, size: end - start };
    });
  }

  /** 784 bytes, with the centre of mass in the middle, shifted by whole pixels. */
  function centred(ink) {
    const { width, height, values } = ink;
    let mass = 0;
    let rowMoment = 0;
    let columnMoment = 0;
    let most = 0;
    for (let row = 0; row < height; row++) {
      for (let column = 0; column < width; column++) {
        const value = values[row * width + column];
        mass += value;
        rowMoment += row * value;
        columnMoment += column * value;
        most = Math.max(most, value);
      }
    }
    const shift = (centre, room) => Math.min(room, Math.max(0, Math.round(SIDE / 2 - centre)));
    const top = shift(rowMoment / mass, SIDE - height);
    const left = shift(columnMoment / mass, SIDE - width);
    const pixels = new Uint8Array(SIDE * SIDE);
    for (let row = 0; row < height; row++) {
      for (let column = 0; column < width; column++) {
        pixels[(top + row) * SIDE + left + column] = Math.round((WHITE * values[row * width + column]) / most);
      }
    }
    return pixels;
  }

  const normalized = (ink) => centred(scaled(ink, 20));

  /* ---- The pen: StrokeField.java ---- */

  const REACH = 9;
  const FINE = 60;
  const FINENESS = FINE / 20;

  function strokeWidthOf({ width, height, values }) {
    const isInk = (x, y) => x >= 0 && y >= 0 && x < width && y < height && values[y * width + x] >= 0.5;
    let area = 0;
    let perimeter = 0;
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        if (isInk(x, y)) {
          area++;
          perimeter += !isInk(x - 1, y) + !isInk(x + 1, y) + !isInk(x, y - 1) + !isInk(x, y + 1);
        }
      }
    }
    return strokeWidth(area, perimeter);
  }

  /** How far inside of the ink each pixel is; negative outside. Beyond the plane is background. */
  function depths(ink) {
    const inside = distances(ink, true);
    const outside = distances(ink, false);
    const depth = new Plane(ink.width, ink.height);
    for (let i = 0; i < depth.values.length; i++) {
      depth.values[i] = ink.values[i] >= 0.5 ? inside.values[i] - 0.5 : 0.5 - outside.values[i];
    }
    return depth;
  }

  /** From each pixel to the nearest one of the other kind, as far as there is one within reach. */
  function distances({ width, height, values }, fromInk) {
    const beyond = fromInk ? 0 : REACH * REACH;
    /* Squares of the distances along the row, with rows from beyond the plane around them. */
    const along = new Int32Array(width * (height + 2 * REACH)).fill(beyond);
    for (let y = 0; y < height; y++) {
      const from = y * width;
      const to = (y + REACH) * width;
      let near = fromInk ? 0 : REACH;
      for (let x = 0; x < width; x++) {
        near = values[from + x] >= 0.5 !== fromInk ? 0 : Math.min(REACH, near + 1);
        along[to + x] = near * near;
      }
      near = fromInk ? 0 : REACH;
      for (let x = width - 1; x >= 0; x--) {
        near = values[from + x] >= 0.5 !== fromInk ? 0 : Math.min(REACH, near + 1);
        along[to + x] = Math.min(along[to + x], near * near);
      }
    }
    const result = new Plane(width, height);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        let square = REACH * REACH;
        for (let by = -REACH + 1; by < REACH; by++) {
          const candidate = along[(y + by + REACH) * width + x] + by * by;
          square = candidate < square ? candidate : square;
        }
        result.values[y * width + x] = Math.sqrt(square);
      }
    }
    return result;
  }

  /** The ink with each edge moved outwards by some pixels, or inwards if negative. */
  function grown(depth, by) {
    let deepest = 0;
    for (let i = 0; i < depth.values.length; i++) {
      deepest = Math.max(deepest, depth.values[i]);
    }
    const bounded = Math.min(Math.floor(REACH / 2), Math.max(-deepest / 2, by));
    const result = new Plane(depth.width, depth.height);
    for (let i = 0; i < result.values.length; i++) {
      result.values[i] = Math.min(1, Math.max(0, depth.values[i] + bounded + 0.5));
    }
    return result;
  }

  /* ---- Renderings.java ---- */

  const usual = (width) => Math.min(3.2, Math.max(1.7, width));

  /** The digit as it is, turned and slanted either way, and with a thicker and a thinner pen: seven images. */
  function renderings(drawn) {
    const fine = padded(scaled(drawn, FINE), 10);
    const depth = depths(fine);
    const width = strokeWidthOf(fine) / FINENESS;
    const withStrokes = (wanted) => grown(depth, ((wanted - width) * FINENESS) / 2);
    const usualWidth = usual(width);
    const digit = usualWidth === width ? fine : withStrokes(usualWidth);
    const cosine = Math.cos((8 / 180) * Math.PI);
    const sine = Math.sin((8 / 180) * Math.PI);
    return [
      usualWidth === width ? drawn : digit,
      moved(digit, cosine, -sine, sine, cosine),
      moved(digit, cosine, sine, -sine, cosine),
      moved(digit, 1, 0.15, 0, 1),
      moved(digit, 1, -0.15, 0, 1),
      withStrokes(usual(usualWidth + 0.8)),
      withStrokes(usual(usualWidth - 0.8)),
    ].map(normalized);
  }

  function padded(plane, margin) {
    const result = new Plane(plane.width + 2 * margin, plane.height + 2 * margin);
    for (let y = 0; y < plane.height; y++) {
      const row = plane.values.subarray(y * plane.width, (y + 1) * plane.width);
      result.values.set(row, (y + margin) * result.width + margin);
    }
    return result;
  }

  /** By a linear transformation about the middle, which gives for each pixel where its ink comes from. */
  function moved({ width, height, values }, xx, xy, yx, yy) {
    const result = new Plane(width, height);
    const middleX = (width - 1) / 2;
    const middleY = (height - 1) / 2;
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const fromX = middleX + xx * (x - middleX) + xy * (y - middleY);
        const fromY = middleY + yx * (x - middleX) + yy * (y - middleY);
        const column = Math.floor(fromX);
        const row = Math.floor(fromY);
        if (column >= 0 && row >= 0 && column < width - 1 && row < height - 1) {
          const along = fromX - column;
          const down = fromY - row;
          const at = row * width + column;
          result.values[y * width + x] =
            (1 - down) * ((1 - along) * values[at] + along * values[at + 1]) +
            down * ((1 - along) * values[at + width] + along * values[at + width + 1]);
        }
      }
    }
    return result;
  }

  /* ---- ThinnestCut.java ---- */

  const MOST_SLANT = 0.5;
  const SLANTS = 9;

  /** Whether the ink of a single shape is most likely that of two digits that touch. */
  function isOfTwo(ink) {
    const fine = scaled(ink, FINE);
    const slants = Array.from({ length: SLANTS }, (_, i) => MOST_SLANT * ((2 * i) / (SLANTS - 1) - 1));
    return Math.min(...slants.map((slant) => leastCut(fine, slant))) < 1.2 * strokeWidthOf(fine);
  }

  /** The least ink that a cut of some slant goes through, in pixels; infinite if no cut leaves tall parts on both sides. */
  function leastCut({ width, height, values }, slant) {
    const offset = Math.ceil((MOST_SLANT * height) / 2) + 1;
    const columns = width + 2 * offset;
    const lengths = new Float32Array(columns);
    const tops = new Int32Array(columns).fill(height);
    const bottoms = new Int32Array(columns).fill(-1);
    for (let y = 0; y < height; y++) {
      const moved = offset + Math.round(slant * (y - height / 2));
      for (let x = 0; x < width; x++) {
        const value = values[y * width + x];
        lengths[x + moved] += value;
        if (value >= 0.5) {
          tops[x + moved] = Math.min(tops[x + moved], y);
          bottoms[x + moved] = y;
        }
      }
    }
    const before = heights(tops, bottoms);
    const after = heights(tops.slice().reverse(), bottoms.slice().reverse()).reverse();
    const tall = 0.75 * before[columns - 1];
    let least = Infinity;
    for (let x = 1; x < columns - 1; x++) {
      if (Math.min(before[x - 1], after[x + 1]) >= tall) {
        least = Math.min(least, lengths[x]);
      }
    }
    return least;
  }

  /** Of all ink up to each column. */
  function heights(tops, bottoms) {
    let top = Infinity;
    let bottom = -1;
    return tops.map((_, x) => {
      top = Math.min(top, tops[x]);
      bottom = Math.max(bottom, bottoms[x]);
      return Math.max(0, bottom - top + 1);
    });
  }

  /* ---- Page.java, Refusal.java ---- */

  /** Whether a glyph is more likely two digits that touch. One of several large parts was put together on purpose. */
  function isJoined(glyph, ink, shapes) {
    if (glyph.box.width > 1.3 * glyph.box.height) {
      return true;
    }
    if (glyph.shapes.length === 1) {
      return isOfTwo(ink);
    }
    const largest = glyph.shapes.reduce((a, b) => (b.area > a.area ? b : a));
    const alone = { ...largest, shapes: [largest], strokeWidth: strokeWidth(largest.area, largest.perimeter) };
    return largest.area >= 0.8 * glyph.area && isOfTwo(cutOut(alone, shapes, THRESHOLD));
  }

  /** Fainter than this is no ink, in grey levels. */
  const THRESHOLD = 14;

  /**
   * What is drawn on a picture of some width.
   *
   * @param levels a byte for each pixel, 255 for white
   * @return {isBlank, refusal, isJoined, renderings}: a refusal is a sentence; without one, there are seven images of 784 bytes, and isJoined
   *     says whether the digit is more likely two that touch
   */
  function read(levels, width) {
    const contrast = new Plane(width + 2 * MARGIN, levels.length / width + 2 * MARGIN);
    const ink = new Uint8Array(contrast.values.length);
    for (let i = 0, y = MARGIN; i < levels.length; y++) {
      for (let x = MARGIN; x < width + MARGIN; x++, i++) {
        if (levels[i] !== WHITE) {
          const at = y * contrast.width + x;
          contrast.values[at] = WHITE - levels[i];
          ink[at] = WHITE - levels[i] >= THRESHOLD ? 1 : 0;
        }
      }
    }
    const coarse = new Shapes(contrast, ink);
    for (let i = 0; i < ink.length; i++) {
      if (ink[i] !== 0) {
        ink[i] = contrast.values[i] >= 0.4 * coarse.all[coarse.labels[i] - 1].contrast ? 1 : 0;
      }
    }
    const shapes = new Shapes(contrast, ink);
    const { glyphs, patches } = inkOf(shapes);
    const refusal = refusalOf(glyphs, patches);
    if (refusal) {
      return { isBlank: coarse.all.length === 0, refusal, isJoined: false, renderings: [] };
    }
    const cut = cutOut(glyphs[0], shapes, THRESHOLD);
    return { isBlank: false, refusal, isJoined: isJoined(glyphs[0], cut, shapes), renderings: renderings(cut) };
  }

  function refusalOf(glyphs, patches) {
    if (glyphs.length === 0) {
      return "This shows no digit, only dots, a line or a frame.";
    }
    if (patches > 0.15 * glyphs.reduce((sum, { area }) => sum + area, 0)) {
      return "Some of these strokes nearly touch; draw the digit with more space between them.";
    }
    const { box, strokeWidth: stroke } = glyphs[0];
    if (box.longer < 7) {
      return "This mark is too small; draw a larger digit.";
    }
    if (stroke > 0.36 * box.longer) {
      return "This is a solid shape, not strokes; draw a larger digit.";
    }
    if (glyphs.length > 1) {
      return `These are ${glyphs.length} separate characters; draw one digit at a time.`;
    }
    if (box.width > 2.6 * box.height) {
      return "This is too wide for a digit, like two digits that touch; draw one digit at a time.";
    }
    return "";
  }

  return { read };
})();
