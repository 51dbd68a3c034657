import { lazy, Suspense, type ComponentProps } from 'react';

// Dialogs are loaded when they are first shown. What stands on the map's edge is not: a flight leaves room for it, and looks for it at once.
const LatePrintDialog = lazy(() => import('./print-dialog.js').then((module) => ({ default: module.PrintDialog })));
const LateKeyCard = lazy(() => import('./key-card.js').then((module) => ({ default: module.KeyCard })));

export const PrintDialog = (props: ComponentProps<typeof LatePrintDialog>) => <Suspense fallback={null}><LatePrintDialog {...props} /></Suspense>;
export const KeyCard = (props: ComponentProps<typeof LateKeyCard>) => <Suspense fallback={null}><LateKeyCard {...props} /></Suspense>;
