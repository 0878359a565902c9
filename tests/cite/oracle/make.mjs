// Writes said.json: what the program citeproc-js makes of works.json, in each style.
// It is a tool for whoever changes works.json, no part of the tests, and none of what is published:
//   npm install --no-save citeproc@2.4.63
//   node tests/cite/oracle/make.mjs FOLDER_WITH_locales-en-GB.xml_AND_locales-en-US.xml
import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const CSL = createRequire(join(process.cwd(), "node_modules", "."))("citeproc");
const here = dirname(fileURLToPath(import.meta.url));
const styles = join(here, "../../../plugins/evidence_commons/cite/styles");
const works = JSON.parse(readFileSync(join(here, "works.json"), "utf8"));
const said = {};
for (const name of ["harvard-cite-them-right", "apa"]) {
  const engine = new CSL.Engine(
    {
      retrieveLocale: (lang) => readFileSync(join(process.argv[2], `locales-${lang}.xml`), "utf8"),
      retrieveItem: (id) => works.find((work) => work.id === id),
    },
    readFileSync(join(styles, `${name}.csl`), "utf8"),
    "en-GB",
    true,
  );
  engine.setOutputFormat("html");
  engine.opt.development_extensions.wrap_url_and_doi = false;
  engine.updateItems(works.map((work) => work.id));
  const [about, entries] = engine.makeBibliography();
  const cites = Object.fromEntries(
    works.map((work) => [work.id, engine.makeCitationCluster([{ id: work.id }])]),
  );
  said[name] = Object.fromEntries(
    about.entry_ids.map(([id], place) => [id, { cite: cites[id], entry: entries[place].trim() }]),
  );
}
writeFileSync(join(here, "said.json"), JSON.stringify(said, null, 1) + "\n");
