/** Which way is north: always up, as the map is never turned. */
export function NorthArrow({ unit, letter }: { unit: number; letter: string }) {
  const size = unit * 14;
  return (
    <svg className="sheet-north" style={{ right: unit * 2, top: unit * 2 }} width={size} height={size * 1.1} viewBox="-14 -17.500 28 31" aria-hidden="true">
      <circle cx="0" cy="-13.400" r="3.400" className="north-letter" />
      <circle cx="0" cy="1" r="9.500" className="north-ring" />
      <path d="M0-11 3.600 1H-3.600z" className="north-needle" />
      <path d="M0 13 3.600 1H-3.600z" className="north-tail" />
      <circle cx="0" cy="1" r="1.200" className="north-hub" />
      <text x="0" y="-11.700" textAnchor="middle" fontSize="4.800">{letter}</text>
    </svg>
  );
}
