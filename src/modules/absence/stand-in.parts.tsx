import { Choices, type Texts } from '#ui/form.tsx'

type Props = {
  standIns: readonly { id: string; name: string }[]
  typed?: Texts | undefined
  errors?: Texts | undefined
}

/** Who comes first of those who hold the unit's function. With one there is nothing to choose. */
export function StandInChoice({ standIns, typed = { standIn: '' }, errors }: Props) {
  if (standIns.length < 2) return null
  return (
    <Choices
      name="standIn"
      label="Vem går in?"
      optional
      options={[
        ...standIns.map(({ id, name }) => ({ value: id, label: name })),
        { value: '', label: 'Den av dem som är på plats' },
      ]}
      {...{ typed, errors }}
    />
  )
}
