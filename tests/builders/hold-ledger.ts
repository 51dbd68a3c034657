import { createProgram } from '../../electron/services/create-program.js';

// Run as a process of its own: holds a ledger open as a host does, says so by a line, and lets go when its input ends.
const [ledger, home, shipped] = process.argv.slice(2) as [string, string, string];
const program = await createProgram({ ledger, home, shipped, host: 'browser', version: '0.0.0' });
process.stdout.write('open\n');
process.stdin.resume();
process.stdin.once('end', () => { void program.close().then(() => process.exit(0)); });
