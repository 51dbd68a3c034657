import { offer } from './shared.js';

// The map with nothing on it: as fast as this browser moves anything on this machine.
offer(() => undefined);
