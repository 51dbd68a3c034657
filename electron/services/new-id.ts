import { randomBytes } from 'node:crypto';
import { ulid } from '../../data/rules/identity.js';

/** A new record's id. */
export const newId = () => ulid(Date.now(), randomBytes(16));

/** An id for what lives only as long as the program: jobs, uploads, plans, finished files. */
export const newKey = () => randomBytes(12).toString('base64url');
