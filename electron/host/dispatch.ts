import { z } from 'zod';
import { contract, type CallCircle, type CallName, type Reply } from '../../data/contract.js';
import { FailureError, type Failure } from '../../data/schema/failure.js';
import { text } from '../../data/schema/text.js';
import type { Handlers } from '../services/program.js';

/** Answers one call: from any caller, with any name and input, and without ever throwing. */
export type Dispatch = (name: unknown, input: unknown, circle: CallCircle) => Promise<Reply>;

interface Route {
  readonly circle: CallCircle;
  readonly input: z.ZodType;
  readonly handle: (input: unknown) => unknown;
}

const chinese = z.locales.zhCN().localeError;

const failed = (failure: Failure): Reply => ({ ok: false, failure });
const failWith = (code: Failure['code'], zh: string, en: string): Reply => failed({ code, message: text(zh, en) });

/** Says which field of the input is wrong, and why, in both languages. */
function wrongInput(schema: z.ZodType, input: unknown, error: z.ZodError): Reply {
  const issue = error.issues[0];
  const field = issue?.path.map(String).join('.') ?? '';
  const reason = schema.safeParse(input, { error: chinese }).error?.issues[0]?.message ?? '';
  return failed({
    code: 'wrong-input',
    message: text(`输入有误${field ? `（${field}）` : ''}：${reason}。请改正后再试。`, `Wrong input${field ? ` in ${field}` : ''}: ${issue?.message ?? ''}. Correct it and try again.`),
    ...(field ? { place: { field } } : {}),
  });
}

const diskErrors: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'EIO']);

/** Told of every error that no service foresaw, with the name of the call. */
export type Report = (name: string, error: unknown) => void;
/** Prints an error where the program was started from; nothing of it is kept. */
export const printFault: Report = (name, error) => console.error(`[${name}] ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);

/** The failure to show for whatever a service threw; what is not meant for people goes to the log alone. */
function failureOf(error: unknown, name: string, report: Report): Reply {
  if (error instanceof FailureError) return failed(error.failure);
  report(name, error);
  if (diskErrors.has((error as NodeJS.ErrnoException | null)?.code)) {
    return failWith('disk', '磁盘读写失败。请检查剩余空间和文件夹权限，再试一次。', 'The disk could not be read or written. Check free space and folder permissions, then try again.');
  }
  return failWith('internal', '程序内部出错，这一步没有完成。请再试一次；仍不行时重启程序。', 'Something went wrong inside the program and this step was not done. Try again; if it persists, restart the program.');
}

/**
 * Builds the one dispatcher that both hosts and the command line share: finds the call, checks the caller's circle,
 * parses the input, runs the service, and turns whatever goes wrong into a failure value.
 */
export function createDispatch(handlers: Handlers, report: Report = printFault): Dispatch {
  const routes = new Map<unknown, Route>((Object.keys(contract) as CallName[]).map((name) => [
    name,
    { circle: contract[name].circle, input: contract[name].input, handle: handlers[name] as (input: unknown) => unknown },
  ]));
  return async (name, input, circle) => {
    const route = routes.get(name);
    if (!route) return failWith('unknown-call', '没有这个调用。程序的两部分版本可能不一致，请重启程序。', 'There is no such call. The two halves of the program may differ in version; restart it.');
    if (circle === 'public' && route.circle !== 'public') return failWith('not-allowed', '观众屏只能读取公开内容。', 'An audience screen may only read public content.');
    try {
      const given = input === undefined ? {} : input;
      const parsed = route.input.safeParse(given);
      if (!parsed.success) return wrongInput(route.input, given, parsed.error);
      return { ok: true, value: await route.handle(parsed.data) };
    } catch (error) {
      return failureOf(error, String(name), report);
    }
  };
}
