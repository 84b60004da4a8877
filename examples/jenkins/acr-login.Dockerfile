FROM golang:1.26 AS program
RUN CGO_ENABLED=0 go install github.com/mozillazg/docker-credential-acr-helper/cmd/docker-credential-acr-helper@v0.4.0

FROM busybox:1.37-musl
COPY --from=program /go/bin/docker-credential-acr-helper /usr/local/bin/
USER 1000:1000
