/** Writes docs/version-map.md: `npx tsx scripts/version-map.mts`. */
import { writeFileSync } from 'node:fs';
import { versionMapPage } from './version-map-page';

writeFileSync(new URL('../docs/version-map.md', import.meta.url), versionMapPage());
