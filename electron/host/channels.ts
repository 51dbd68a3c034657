/** The two names under which messages pass between a window and the host. */
export const callChannel = 'xishan:call';
export const eventChannel = 'xishan:event';
