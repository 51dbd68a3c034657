import { commands } from '../../../data/schema/commands.js';
import { useSay } from '../../state/language.js';
import { Modal } from '../modal.js';
import { AboutProgram } from './about-program.js';

/** 关于溪山, over any page. */
export function AboutDialog({ onClose }: { onClose: () => void }) {
  const say = useSay();
  return <Modal title={say(commands.about.label)} width={760} onClose={onClose}><AboutProgram /></Modal>;
}
