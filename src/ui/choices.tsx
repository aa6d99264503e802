import type { Child, PropsWithChildren } from 'hono/jsx'
import { type Area, AreaBadge, areaNames, areas } from './area.tsx'
import { goesOn, textsOf } from './draft.tsx'
import { FieldError, type FieldProps, Help, Optional, wiring } from './fields.tsx'
import { say } from './say.tsx'
import { every } from './texts.ts'

export type Choice = {
  value: string
  label: Child
  /** A second line under the label. */
  hint?: Child
  /** Shown only while this one is chosen, such as a field that belongs to it. */
  reveals?: Child
}

type ChoicesProps = FieldProps & { options: readonly Choice[]; type?: 'radio' | 'checkbox'; pairs?: boolean }

/** A question with a few answers: one (`radio`) or any number (`checkbox`). `pairs`: two columns where there is room. */
export function Choices({ options, type = 'radio', pairs, ...field }: ChoicesProps) {
  const chosen = every(textsOf(field.typed), field.name)
  return (
    <Group {...field} pairs={pairs}>
      {options.map(({ value, label, hint, reveals }, place) => (
        <div class="option">
          <label class="choice">
            <input {...box(field.name, type, place)} value={value} checked={chosen.includes(value)} />
            <span>
              {label}
              {hint && <span class="hint">{hint}</span>}
            </span>
          </label>
          {reveals && <div class="then">{reveals}</div>}
        </div>
      ))}
    </Group>
  )
}

type AreaChoicesProps = FieldProps & { type?: 'radio' | 'checkbox'; only?: readonly Area[] }

/** The areas of the wheel with their badges; all seven, or `only` some. */
export function AreaChoices({ type = 'checkbox', only = areas, ...field }: AreaChoicesProps) {
  const chosen = every(textsOf(field.typed), field.name)
  return (
    <Group {...field} pairs>
      {only.map((area, place) => (
        <label class="choice" data-area={area}>
          <input {...box(field.name, type, place)} value={area} checked={chosen.includes(area)} />
          <AreaBadge area={area} />
          {say(areaNames[area])}
        </label>
      ))}
    </Group>
  )
}

/** A single box to tick. */
export function Tick(field: FieldProps & { value?: string }) {
  const { value = 'ja', name, typed, label } = field
  return (
    <div class="tick">
      <label class="choice">
        <input
          class="ds-input"
          {...wiring(field)}
          type="checkbox"
          value={value}
          checked={every(textsOf(typed), name).includes(value)}
        />
        <span>{label}</span>
      </label>
      <Help {...field} />
      <FieldError {...field} />
    </div>
  )
}

function Group({
  pairs,
  children,
  ...field
}: PropsWithChildren<FieldProps & { pairs?: boolean | undefined }>) {
  return (
    <fieldset class="ds-fieldset" aria-describedby={wiring(field)['aria-describedby']}>
      <legend>
        {field.label}
        <Optional optional={field.optional} />
      </legend>
      <Help {...field} />
      <FieldError {...field} />
      <div class={pairs ? 'choices pairs' : 'choices'}>{children}</div>
    </fieldset>
  )
}

/** The first box carries the field's own id, so that a link in the error summary finds it. */
const box = (name: string, type: 'radio' | 'checkbox', place: number) => ({
  class: 'ds-input',
  id: place === 0 ? name : `${name}-${place + 1}`,
  name,
  type,
})

/** What is offered but never needed, folded away. */
export function MoreDetails({
  summary = say('Berätta mer, om du vill'),
  open = false,
  children,
}: PropsWithChildren<{ summary?: string; open?: boolean }>) {
  return (
    <details class="ds-details" open={open || goesOn()}>
      <summary>{summary}</summary>
      <div>{children}</div>
    </details>
  )
}
