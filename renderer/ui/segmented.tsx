import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';

/** One of a few choices, all in sight. */
export function Segmented<Value extends string>({ label, value, options, onChange }: {
  label: string; value: Value; options: readonly { value: Value; label: string }[]; onChange: (value: Value) => void;
}) {
  return (
    <ToggleButtonGroup className="segmented" aria-label={label} selectionMode="single" disallowEmptySelection selectedKeys={[value]} onSelectionChange={(keys) => { const [first] = keys; if (first !== undefined) onChange(first as Value); }}>
      {options.map((option) => <ToggleButton key={option.value} id={option.value}>{option.label}</ToggleButton>)}
    </ToggleButtonGroup>
  );
}
