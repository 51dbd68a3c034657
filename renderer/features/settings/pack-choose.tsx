import { useSay } from '../../state/language.js';
import { FolderChooser, type ChosenFolder } from '../../ui/folders/folder-chooser.js';
import './pack.css';

/** What the files of packs are usually called. Others can be typed; what counts is what is in them. */
export const packEndings: readonly string[] = ['pmtiles', 'mbtiles', 'sqlite', 'sqlitedb', 'db'];

/** Which file or folder of this machine is the map. */
export function PackChoose({ onChange, onFile }: { onChange: (chosen: ChosenFolder | null) => void; onFile: (file: string) => void }) {
  const say = useSay();
  return (
    <>
      <p className="soft folders-lead">{say('选一个 PMTiles 或 MBTiles 文件；瓦片文件夹走进它（里面是一级级数字命名的文件夹），再点「看看这个文件夹」。路径也可以粘贴。', 'Choose a PMTiles or MBTiles file; go into a folder of tiles (it holds folders named by numbers), then look at it. A path may be pasted.')}</p>
      <FolderChooser canMake={false} endings={packEndings} onChange={onChange} onFile={onFile} />
    </>
  );
}
