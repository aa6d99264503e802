import { areaNames, wheelAreas } from '#modules/knowledge'
import type { Unit } from '#modules/organisations'
import type { WheelArea } from '#shared/schema.ts'
import { FieldError } from '#ui/fields.tsx'
import { Choices, type Texts } from '#ui/form.tsx'
import { every } from '#ui/texts.ts'
import { byKind } from '../units.ts'

type Props = {
  units: readonly Unit[]
  /** The areas that can be told about: those taken up in the wheel, or all when nothing is. */
  areas: readonly WheelArea[]
  typed: Texts
  errors: Texts
}

/** Units to tick, by kind; each ticked one asks what it may be told about. */
export function UnitChoices({ units, areas, typed, errors }: Props) {
  const chosen = every(typed, 'units')
  const first = byKind(units)[0]?.units[0]
  return (
    <fieldset class="ds-fieldset" aria-describedby={errors['units'] ? 'units-fel' : undefined}>
      <legend>Vilka behöver vara med?</legend>
      <p data-field="description">Välj bara dem som behövs. Familjen kan stryka vem den vill.</p>
      <FieldError name="units" errors={errors} />
      {byKind(units).map((group) => (
        <>
          <h2 class="h-small">{group.title}</h2>
          <div class="choices">
            {group.units.map(({ id, name }) => (
              <div class="option">
                <label class="choice">
                  <input
                    class="ds-input"
                    id={id === first?.id ? 'units' : `units-${id}`}
                    name="units"
                    type="checkbox"
                    value={id}
                    checked={chosen.includes(id)}
                  />
                  <span>{name}</span>
                </label>
                <div class="then">
                  <Choices
                    type="checkbox"
                    name={`areas-${id}`}
                    label="Vad får de veta om?"
                    pairs
                    options={areaOptions(areas)}
                    {...{ typed, errors }}
                  />
                </div>
              </div>
            ))}
          </div>
        </>
      ))}
    </fieldset>
  )
}

const areaOptions = (areas: readonly WheelArea[]) =>
  wheelAreas
    .filter((area) => areas.includes(area))
    .map((area) => ({ value: area, label: areaNames.names[area] }))
