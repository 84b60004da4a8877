# What deploys: a shell, curl and kubectl of the cluster's version.
FROM alpine:3.22
ARG KUBECTL=v1.34.1
RUN apk add --no-cache curl \
 && curl --fail --location --output /usr/local/bin/kubectl "https://dl.k8s.io/release/$KUBECTL/bin/linux/amd64/kubectl" \
 && curl --fail --location "https://dl.k8s.io/release/$KUBECTL/bin/linux/amd64/kubectl.sha256" \
  | awk '{ print $1 "  /usr/local/bin/kubectl" }' | sha256sum -c - \
 && chmod 0755 /usr/local/bin/kubectl
USER 1000:1000
