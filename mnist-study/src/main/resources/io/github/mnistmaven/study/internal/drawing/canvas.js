/** The drawing area, and what each model reads in it. */
(() => {
  const SIDE = 28;
  const SURE = 0.7;
  const KEY_STEP = 7;
  const section = document.getElementById("draw");
  const canvas = section.querySelector(".draw-paper");
  const seen = section.querySelector(".draw-seen canvas");
  const status = section.querySelector("[role=status]");
  const [undo, clear] = section.querySelectorAll("button");
  const paper = canvas.getContext("2d", { willReadFrequently: true });
  const models = JSON.parse(section.querySelector("script[type='application/json']").textContent).map((model) => ({
    ...model,
    probabilities: networks.network(model.members),
    show: addTable(model),
  }));
  let strokes = [];
  let drawing = null;
  let cursor = [canvas.width / 2, canvas.height / 4];

  /** Adds a table with a bar for each class; returns what fills it. */
  function addTable({ name, number, classNames }) {
    const table = section.querySelector(".draw-models").appendChild(document.createElement("table"));
    table.style.setProperty("--model", `var(--model-${number}, var(--accent, #2f80c3))`);
    const caption = table.createCaption();
    caption.append(element("span", name), element("strong", "–"));
    const rows = classNames.map((className) => {
      const row = table.insertRow();
      const head = row.appendChild(element("th", className));
      head.scope = "row";
      const bar = row.insertCell().appendChild(element("span", ""));
      return { row, bar, share: row.insertCell() };
    });
    return (probabilities, answer) => {
      caption.lastChild.textContent = answer;
      rows.forEach(({ row, bar, share }, i) => {
        bar.style.width = `${100 * (probabilities ? probabilities[i] : 0)}%`;
        share.textContent = probabilities ? percent(probabilities[i]) : "";
        row.className = probabilities && i === mostProbable(probabilities) ? "draw-most" : "";
      });
    };
  }

  function element(tag, text) {
    const made = document.createElement(tag);
    made.textContent = text;
    return made;
  }

  const percent = (share) => `${(100 * share).toFixed(1)} %`;
  const mostProbable = (probabilities) => probabilities.indexOf(Math.max(...probabilities));

  /** The mean over some renderings of a digit. */
  function meanProbabilities(model, images) {
    const all = images.map(model.probabilities);
    return all[0].map((_, i) => all.reduce((sum, each) => sum + each[i] / all.length, 0));
  }

  function levels() {
    const { data } = paper.getImageData(0, 0, canvas.width, canvas.height);
    const grey = new Uint8Array(data.length / 4);
    for (let i = 0; i < grey.length; i++) {
      grey[i] = data[4 * i];
    }
    return grey;
  }

  /** Reads what is drawn: {refusal, answers}, of which an answer is {name, className, probability, isSure, probabilities}. */
  function read() {
    const { isBlank, refusal, isJoined, renderings } = normalization.read(levels(), canvas.width);
    const answers = models.map((model) => {
      if (refusal) {
        model.show(null, "–");
        return null;
      }
      const probabilities = meanProbabilities(model, renderings);
      const most = mostProbable(probabilities);
      const isSure = probabilities[most] >= SURE && !isJoined;
      const className = model.classNames[most];
      model.show(probabilities, isSure ? className : `${className}?`);
      return { name: model.name, className, probability: probabilities[most], isSure, probabilities };
    });
    showSeen(renderings[0]);
    return { refusal: isBlank ? "" : refusal, answers: refusal ? [] : answers, renderings };
  }

  function showSeen(image) {
    const picture = new ImageData(SIDE, SIDE);
    for (let i = 0; i < SIDE * SIDE; i++) {
      picture.data.fill(255 - (image ? image[i] : 0), 4 * i, 4 * i + 3);
      picture.data[4 * i + 3] = 255;
    }
    seen.getContext("2d").putImageData(picture, 0, 0);
  }

  let isDue = false;

  /** Once before the next frame is shown, however many points were added. */
  function readSoon() {
    if (!isDue) {
      isDue = true;
      requestAnimationFrame(() => {
        isDue = false;
        announce(read());
      });
    }
  }

  /** Not while a stroke is being drawn: a screen reader would never finish. */
  function announce({ refusal, answers }) {
    if (drawing && !refusal) {
      return;
    }
    status.textContent =
      refusal ||
      answers
        .map(
          ({ name, className, probability, isSure }) =>
            `${name} reads ${className} (${percent(probability)}${isSure ? "" : ", not sure"})`,
        )
        .join("; ");
  }

  /** A line from point to point, a dot where there is one alone. */
  function draw(points, from) {
    paper.lineWidth = canvas.width / 14;
    paper.lineCap = "round";
    paper.lineJoin = "round";
    paper.strokeStyle = "#000000";
    for (let i = Math.max(from, points.length > 1 ? 1 : 0); i < points.length; i++) {
      paper.beginPath();
      paper.moveTo(...points[Math.max(0, i - 1)]);
      paper.lineTo(...points[i]);
      paper.stroke();
    }
  }

  function redraw() {
    paper.fillStyle = "#ffffff";
    paper.fillRect(0, 0, canvas.width, canvas.height);
    strokes.forEach((points) => draw(points, 0));
    undo.disabled = clear.disabled = strokes.length === 0;
    readSoon();
  }

  function begin(point) {
    drawing = [point];
    strokes.push(drawing);
    draw(drawing, 0);
    undo.disabled = clear.disabled = false;
    readSoon();
  }

  function extend(point) {
    drawing.push(point);
    draw(drawing, drawing.length - 1);
    readSoon();
  }

  function end() {
    drawing = null;
    readSoon();
  }

  function pointOf(event) {
    const box = canvas.getBoundingClientRect();
    return [
      ((event.clientX - box.left - canvas.clientLeft) * canvas.width) / canvas.clientWidth,
      ((event.clientY - box.top - canvas.clientTop) * canvas.height) / canvas.clientHeight,
    ];
  }

  canvas.addEventListener("pointerdown", (event) => {
    if (event.isPrimary && event.button === 0) {
      canvas.setPointerCapture(event.pointerId);
      begin(pointOf(event));
    }
  });
  canvas.addEventListener("pointermove", (event) => {
    if (drawing && event.isPrimary && event.buttons > 0) {
      /* Only pages from files and by https have the method. */
      const events = event.getCoalescedEvents?.() ?? [];
      (events.length > 0 ? events : [event]).forEach((each) => extend(pointOf(each)));
    }
  });
  ["pointerup", "pointercancel"].forEach((type) =>
    canvas.addEventListener(type, (event) => {
      if (drawing && event.isPrimary) {
        end();
      }
    }),
  );

  /* By keyboard: arrows move the pen, the space bar lowers and lifts it. */
  const moves = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  canvas.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (event.key === " ") {
      event.preventDefault();
      if (drawing) {
        end();
      } else {
        begin([...cursor]);
      }
    } else if (event.key in moves) {
      event.preventDefault();
      cursor = cursor.map((at, i) => Math.min(canvas.width, Math.max(0, at + KEY_STEP * moves[event.key][i])));
      if (drawing) {
        extend([...cursor]);
      }
    }
  });
  canvas.addEventListener("blur", () => drawing && end());

  /* On a touchscreen a second finger may tap these before the first one is lifted: the stroke ends there. */
  undo.addEventListener("click", () => {
    drawing = null;
    strokes.pop();
    redraw();
  });
  clear.addEventListener("click", () => {
    drawing = null;
    strokes = [];
    redraw();
  });

  redraw();
  section.hidden = false;
  document.querySelectorAll(`a[href="#${section.id}"]`).forEach((link) => (link.parentElement.hidden = false));

  /* For the console of the browser: what is drawn is read by mnistDrawing.read(), 784 bytes by a model's probabilities(). */
  globalThis.mnistDrawing = { models, read, normalization };
})();
