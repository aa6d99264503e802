import { say } from '#ui/say.tsx'
import { assetPath } from './assets.ts'
import type { FieldProps } from './fields.tsx'
import { first } from './texts.ts'

const paper = '0 0 400 300'

const Lines = ({ lines }: { lines: string }) => (
  <>
    {lines.split(';').map((points) => (
      <polyline points={points} />
    ))}
  </>
)

/** What a child drew: lines as they come from `DrawField`. */
export const Drawing = ({ lines, label }: { lines: string; label: string }) => (
  <svg class="drawing" viewBox={paper} role="img" aria-label={label}>
    <Lines lines={lines} />
  </svg>
)

/** A paper to draw on with finger, pen or mouse. It is there only where a script can keep the lines. */
export function DrawField({ name, label, description, typed }: FieldProps) {
  const lines = first(typed, name) ?? ''
  return (
    <div class="ds-field draw" data-draw hidden>
      <p class="ds-label">{label}</p>
      <p data-field="description">{description}</p>
      <svg class="drawing" viewBox={paper} role="img" aria-label={say('Papper att rita på')}>
        {lines && <Lines lines={lines} />}
      </svg>
      <div class="actions">
        <button class="ds-button" data-variant="secondary" type="button" data-undo>
          {say('Ångra')}
        </button>
        <button class="ds-button" data-variant="secondary" type="button" data-clear>
          {say('Börja om')}
        </button>
      </div>
      <input type="hidden" name={name} value={lines} />
      <script type="module" src={assetPath('rita.js')} />
    </div>
  )
}
