import type { CallCircle } from '../../data/contract.js';
import type { Program } from '../services/program.js';
import { scheme, serveAppScheme } from './app-scheme.js';
import type { PageSource } from './page-files.js';
import { guardSession, type ElectronParts, type Session } from './window.js';

/** A guarded session in memory, apart from the desk's, whose files are those that a circle may have. Made once for each name. */
export function circleSession({ session }: Pick<ElectronParts, 'session'>, name: string, circle: CallCircle, { page, program }: { readonly page: PageSource; readonly program: Pick<Program, 'resource' | 'acceptUpload'> }): Session {
  const made = session.fromPartition(name);
  guardSession(made);
  // Files are saved at the desk; on a screen that others look at, nothing asks where to.
  made.on('will-download', (event) => event.preventDefault());
  made.protocol.handle(scheme, (request) => serveAppScheme(request, { page, program, circle }));
  return made;
}
