import type { Failure } from '../../data/schema/failure.js';

/** A failure that the host answered with, thrown where a call is awaited. */
export class CallFailure extends Error {
  constructor(readonly failure: Failure) {
    super(failure.message.en);
    this.name = 'CallFailure';
  }
}

/** Any thrown thing as a failure that can be shown; what is not one of ours is said to be the connection. */
export function failureOf(error: unknown): Failure {
  if (error instanceof CallFailure) return error.failure;
  return { code: 'internal', message: { zh: '与程序后台的连接中断，请重新打开溪山；已确认的修改都已保存。', en: 'The connection to the program was lost. Reopen Xishan; every confirmed edit is saved.' } };
}
