import type { ServerResponse } from 'node:http';
import { eventNames, type CallCircle, type EventName } from '../../data/contract.js';
import type { Program } from '../services/program.js';
import { guardHeaders } from './security.js';

/** What each circle hears. Jobs and settings are the staff's own affair. */
const heardBy: Readonly<Record<CallCircle, readonly EventName[]>> = {
  desk: eventNames,
  public: ['ledger.opened', 'ledger.changed', 'stage.shows', 'stage.points'],
};

/** Passes every event that a circle may hear on to `send`; answers with the way to stop it. */
export function relayEvents(program: Pick<Program, 'on'>, circle: CallCircle, send: (name: EventName, payload: unknown) => void): () => void {
  const stops = heardBy[circle].map((name) => program.on(name, (payload) => send(name, payload)));
  return () => stops.forEach((stop) => stop());
}

const breathSeconds = 20;
/** A page that reads nothing any more is let go; it connects again and asks anew. */
const patience = 8 * 1024 * 1024;

/** Keeps a response open and writes every event to it, as server-sent events holding `{name, payload}`. */
export function openEventStream(program: Pick<Program, 'on'>, circle: CallCircle, response: ServerResponse): void {
  response.writeHead(200, { ...guardHeaders, 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' });
  response.write('retry: 500\n\n: ready\n\n');
  const stop = relayEvents(program, circle, (name, payload) => {
    if (response.writableLength > patience) response.destroy();
    else response.write(`data: ${JSON.stringify({ name, payload })}\n\n`);
  });
  const breath = setInterval(() => response.write(': still here\n\n'), breathSeconds * 1000);
  response.on('close', () => {
    clearInterval(breath);
    stop();
  });
}
