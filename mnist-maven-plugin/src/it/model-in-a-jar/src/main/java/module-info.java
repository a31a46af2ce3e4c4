module com.example.digits {
    requires io.github.mnistmaven.models;
}
