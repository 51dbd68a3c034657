import type { JobState } from '../../data/contract.js';
import type { Asset } from '../../data/schema/asset.js';
import { FailureError } from '../../data/schema/failure.js';
import type { Project } from '../../data/schema/project.js';
import { text } from '../../data/schema/text.js';
import type { Command } from './arguments.js';
import { exportFile, type ExportReport } from './export-file.js';
import { mergeFiles, mergeLines, splitExchanges } from './merge-files.js';
import { importFiles } from './import-files.js';
import { reportLines } from './import-report.js';
import { allAssets, allProjects, assetLine, forExchange, projectLine } from './list-records.js';
import type { Session } from './session.js';
import { said, sentence, type Speech } from './speech.js';

/** Where a command writes: results, sentences, and the passing word on how far it is. */
export interface Terminal {
  out(text: string): Promise<void>;
  say(line: string): Promise<void>;
  step(line: string): void;
}

type Run<C extends Command['kind']> = (command: Command & { kind: C }, session: Session, terminal: Terminal, speech: Speech) => Promise<number>;

const json = (value: unknown) => `${JSON.stringify(value)}\n`;
const steps = (terminal: Terminal, speech: Speech) => ({ done, total, step }: JobState & { state: 'running' }) =>
  terminal.step(`${sentence(step, speech)} ${done}${total === null ? '' : `/${total}`}`);

const runImport: Run<'import'> = async (command, session, terminal, speech) => {
  const { exchanges, others } = await splitExchanges(command.files);
  const merges = await mergeFiles(session, exchanges, { dryRun: command.dryRun, take: command.take, onStep: steps(terminal, speech) });
  const reports = others.length === 0 ? [] : await importFiles(session, others, { dryRun: command.dryRun, attachPhotos: command.attachPhotos, speech, onStep: steps(terminal, speech) });
  terminal.step('');
  for (const { refusal } of reports) if (refusal) await terminal.say(refusal);
  const isRefused = merges.length === 0 && reports.every(({ refusal }) => refusal !== undefined);
  if (command.json) await terminal.out(json({ files: reports, ...(merges.length > 0 ? { merges } : {}) }));
  else if (!isRefused) {
    const lines = [...merges.flatMap((merge) => mergeLines(merge, speech)), ...reports.filter(({ refusal }) => !refusal).flatMap((report) => reportLines(report, speech))];
    if (command.dryRun) lines.push(said(text('这是试算，账本没有改变。', 'This was a dry run; the ledger is unchanged.'), speech));
    await terminal.out(`${lines.join('\n')}\n`);
  }
  return isRefused ? 1 : 0;
};

const runList: Run<'list'> = async (command, session, terminal) => {
  const print = <R extends Asset | Project>(records: readonly R[], line: (record: R) => string) =>
    terminal.out(command.json ? json(records.map(forExchange)) : records.map((record) => `${line(record)}\n`).join(''));
  if (command.noun === 'assets') await print(await allAssets(session), assetLine);
  else await print(await allProjects(session), projectLine);
  return 0;
};

async function tellExport({ out, bytes, notices, poster }: ExportReport, command: { readonly json: boolean }, terminal: Terminal, speech: Speech): Promise<number> {
  terminal.step('');
  for (const notice of notices) await terminal.say(said(notice, speech));
  await terminal.out(command.json ? json({ out, bytes, notices: notices.map((notice) => sentence(notice, speech)), ...(poster === undefined ? {} : { poster }) }) : `${out}\n`);
  return 0;
}
const runExport: Run<'export'> = async (command, session, terminal, speech) =>
  tellExport(await exportFile(session, command.request, command.out, steps(terminal, speech), command), command, terminal, speech);

const runCheck: Run<'check'> = async (command, session, terminal, speech) => {
  const checked = await session.ask('ledger.check', {});
  const { notice, readOnly } = await session.ask('ledger.status', {});
  const { assets, projects, problems } = checked;
  if (command.json) await terminal.out(json({ assets, projects, readOnly, notice: notice ?? null, problems }));
  else await terminal.out(`${said(text(`${assets} 项资产，${projects} 个项目，${problems.length} 处问题。`, `${assets} assets, ${projects} projects, ${problems.length} problems.`), speech)}\n`);
  if (notice) await terminal.say(said(notice, speech));
  for (const problem of problems) await terminal.say(said(problem.message, speech));
  return problems.length > 0 ? 1 : 0;
};

const runCall: Run<'call'> = async ({ name, input }, session, terminal) => {
  await terminal.out(json((await session.askAnything(name, input)) ?? null));
  return 0;
};

/** Runs a command on an open ledger; answers with the exit code. */
export function runCommand(command: Exclude<Command, { kind: 'help' }>, session: Session, terminal: Terminal, speech: Speech): Promise<number> {
  switch (command.kind) {
    case 'import': return runImport(command, session, terminal, speech);
    case 'list': return runList(command, session, terminal, speech);
    case 'export': return runExport(command, session, terminal, speech);
    case 'check': return runCheck(command, session, terminal, speech);
    case 'call': return runCall(command, session, terminal, speech);
    default: throw new FailureError('unknown-call', text('没有这个命令。', 'There is no such command.'));
  }
}
