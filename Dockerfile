FROM python:3.11-slim
RUN apt-get update && apt-get install -y --no-install-recommends make && rm -rf /var/lib/apt/lists/* \
    && useradd --create-home site
WORKDIR /site
COPY . .
RUN make install && mkdir -p var && chown site var
USER site
EXPOSE 8000
CMD [".venv/bin/lijn", "serve"]
