import { sheetOfAddress } from './sheet-address.js';

/**
 * A page that is printed on paper is drawn with the paper's dots and not with those of whatever screen the machine has: whoever asks for
 * the device's density is told the paper's. This module has to be loaded before all others, since some ask when they are loaded.
 */
const dots = sheetOfAddress()?.dots;
if (dots) Object.defineProperty(window, 'devicePixelRatio', { value: dots });
