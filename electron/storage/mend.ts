import { join } from 'node:path';
import type { Text } from '../../data/schema/text.js';
import { linkOrCopy, writeDurably, type Disk } from './disk.js';
import { damagedName, journalName, journalsAmong } from './folder-names.js';
import type { Damage, FolderContent, JournalSource } from './read-folder.js';

/** Keeps what was found damaged aside, under the names it had, so that a specialist can still look at it. */
export async function keepAside(disk: Disk, folder: string, damage: Damage, now: Date): Promise<void> {
  const snapshots = join(folder, 'snapshots');
  const aside = join(snapshots, damagedName(now));
  await disk.makeFolder(aside);
  const from = (name: string) => (name === 'journal.jsonl' || name === 'ledger.json' ? join(folder, name) : join(snapshots, name));
  const isLedgerThere = damage.ledger !== undefined && damage.ledger !== 'missing';
  for (const name of [...(isLedgerThere ? ['ledger.json'] : []), ...damage.journals.map((source) => source.name)]) {
    // Under the same second nothing is lost either: what is there already is the same file.
    if (!(await disk.stat(join(aside, name)))) await linkOrCopy(disk, from(name), join(aside, name));
  }
  await disk.syncFolder(aside);
  await disk.syncFolder(snapshots);
}

/** The lines of a journal that are good and belong to the ledger as it was brought back. Answers with what stands in the file then. */
async function rewritten(disk: Disk, path: string, source: JournalSource, upTo: number): Promise<number> {
  return writeDurably(disk, path, async (append) => {
    for (const line of source.scan.lines) {
      if (line.seq > upTo) continue;
      await append(Buffer.concat([source.bytes.subarray(line.offset, line.offset + line.length), Buffer.from('\n')]));
    }
  });
}

/** Writes the damaged journals anew with their good lines only. ledger.json must have been written and the damaged files kept aside. */
export async function mendJournals(disk: Disk, folder: string, content: FolderContent): Promise<void> {
  for (const source of content.damage?.journals ?? []) {
    if (source.name === 'journal.jsonl') {
      await rewritten(disk, join(folder, source.name), source, content.seq);
      continue;
    }
    const seqs = source.scan.lines.map((line) => line.seq).filter((seq) => seq <= content.seq);
    const old = join(folder, 'snapshots', source.name);
    const name = seqs.length > 0 ? journalName(Math.min(...seqs), Math.max(...seqs)) : undefined;
    if (name) await rewritten(disk, join(folder, 'snapshots', name), source, content.seq);
    if (name !== source.name) await disk.remove(old);
  }
  await markMissing(disk, folder, content);
  await disk.syncFolder(join(folder, 'snapshots'));
}

/** Where the lines of the last changes are lost, a moved journal without lines stands for them: else they would be found missing at every opening. */
async function markMissing(disk: Disk, folder: string, { seq, journal }: FolderContent): Promise<void> {
  const snapshots = join(folder, 'snapshots');
  const kept = [...journalsAmong(await disk.list(snapshots)).map((file) => file.last), ...journal.scan.lines.map((line) => line.seq).filter((line) => line <= seq)];
  const last = Math.max(0, ...kept);
  if (last < seq) await writeDurably(disk, join(snapshots, journalName(last + 1, seq)), async () => undefined);
}

/** What the person should know of a mended ledger. */
export function damageNotice({ ledger, base, lost, journals }: Damage, seq: number, isMended: boolean): Text {
  const from = base ? new Date(base.at).toLocaleString('sv').slice(0, 16) : undefined;
  const zh = [
    ledger === 'missing' ? '账本文件 ledger.json 不见了' : ledger ? '账本文件 ledger.json 已损坏' : journals.length > 0 ? '修改记录有损坏' : '修改记录缺了一段',
    from ? `已用 ${from} 的恢复点和其后的修改记录恢复到第 ${seq} 次修改` : `已恢复到第 ${seq} 次修改`,
    lost > 0 ? `其后的 ${lost} 次修改读不出来，请核对最近改过的内容` : '请核对最近改过的内容',
    ...(isMended ? ['损坏的文件原样留在 snapshots 文件夹里'] : ['文件夹里的文件没有改动']),
  ];
  const en = [
    ledger === 'missing' ? 'The ledger file ledger.json was missing' : ledger ? 'The ledger file ledger.json was damaged' : journals.length > 0 ? 'The record of changes was damaged' : 'A part of the record of changes was missing',
    from ? `the ledger was brought back to change ${seq} from the restore point of ${from} and the changes after it` : `the ledger was brought back to change ${seq}`,
    lost > 0 ? `${lost} later changes could not be read; check what you edited last` : 'check what you edited last',
    ...(isMended ? ['the damaged files are kept as they were in the snapshots folder'] : ['nothing in the folder was touched']),
  ];
  return { zh: `${zh.join('；')}。`, en: `${en.join('; ')}.` };
}
