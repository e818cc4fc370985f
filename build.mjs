// Bundles what the browser gets. Every file directly in an `assets` folder is an entry; the manifest maps it to its hashed name.
import { build } from "esbuild";
import { globSync, rmSync, writeFileSync } from "node:fs";
import { basename } from "node:path";

const OUT = "app/static/dist";

rmSync(OUT, { recursive: true, force: true });
const { metafile } = await build({
  entryPoints: globSync("app/**/assets/*.{js,css}"),
  entryNames: "[name]-[hash]",
  assetNames: "[name]-[hash]",
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  loader: { ".woff2": "file" },
  metafile: true,
  outdir: OUT,
});
const built = Object.entries(metafile.outputs).filter(([, output]) => output.entryPoint);
const manifest = Object.fromEntries(built.map(([file, output]) => [basename(output.entryPoint), basename(file)]));
writeFileSync(`${OUT}/manifest.json`, JSON.stringify(manifest, null, 2));
