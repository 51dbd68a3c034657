import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { FailureError } from '../../data/schema/failure.js';
import { text } from '../../data/schema/text.js';
import type { Handlers, ProgramOptions } from './program.js';

const licencesSchema = z.array(z.object({ name: z.string(), version: z.string(), licence: z.string(), text: z.number().optional() }));
const writtenSchema = z.object({ licences: licencesSchema, texts: z.array(z.string()) });
/** The list of licences and their texts, each text once, made from the installed packages at build time. */
async function written(): Promise<z.infer<typeof writtenSchema>> {
  try {
    return writtenSchema.parse(JSON.parse(await readFile(new URL('./licences.json', import.meta.url), 'utf8')));
  } catch (error) {
    const failure = new FailureError('not-found', text('程序文件夹里的许可清单读不出来，请重新安装溪山。', 'The list of licences in the program’s folder cannot be read; install Xishan again.'));
    failure.cause = error;
    throw failure;
  }
}

const engineNames = { electron: 'Electron', chrome: 'Chromium', node: 'Node.js', v8: 'V8' } as const;

/** What this process runs on, as far as it is made of parts that have versions. */
const engines = (versions: NodeJS.ProcessVersions = process.versions) =>
  Object.entries(engineNames).flatMap(([key, name]) => { const version = versions[key]; return version ? [{ name, version }] : []; });

/** What the program is and whose work it stands on. */
export const aboutCalls = (options: ProgramOptions): Pick<Handlers, 'about.get' | 'about.licence'> => ({
  'about.get': async () => ({
    version: options.version,
    host: options.host,
    engines: engines(),
    logFile: options.logFile ?? null,
    licences: (await written()).licences.map(({ name, version, licence }) => ({ name, version, licence })),
  }),
  'about.licence': async ({ name, version }) => {
    const { licences, texts } = await written();
    const found = licences.find((one) => one.name === name && one.version === version);
    return { text: found?.text === undefined ? null : texts[found.text] ?? null };
  },
});
