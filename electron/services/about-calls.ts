import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Handlers, ProgramOptions } from './program.js';

const licencesSchema = z.array(z.object({ name: z.string(), version: z.string(), licence: z.string() }));

/** What the program is and whose work it stands on. The list of licences is made from the installed packages at build time. */
export const aboutCalls = (options: ProgramOptions): Pick<Handlers, 'about.get'> => ({
  'about.get': async () => ({
    version: options.version,
    host: options.host,
    licences: licencesSchema.parse(JSON.parse(await readFile(new URL('./licences.json', import.meta.url), 'utf8'))),
  }),
});
