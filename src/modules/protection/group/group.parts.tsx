import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { nameOf } from '#shared/person.ts'
import { Buttons, Form, Select } from '#ui/form.tsx'
import { Empty, Section } from '#ui/parts.tsx'
import type { Shield } from '../mark/mark.ts'

/** Those who are told who and where, and the way to change that for one of them. */
export function GroupSection({ child, members, family, colleagues, told, viewer }: Shield & FormState) {
  const action = paths.shield.group.to({ childId: child.id })
  const options = [
    ...colleagues.map(({ engagementId, name, title }) => ({
      value: engagementId,
      label: `${name}, ${title}`,
    })),
    ...family.map(({ id, person, called }) => ({
      value: id,
      label: `${nameOf(person)} (${called}) vet redan var barnet är`,
    })),
  ]
  const inFamily = (who: string) => {
    const one = family.find(({ id }) => id === who)
    return one && `Barnets ${one.called}`
  }
  const left = options.filter(({ value }) => !members.some(({ who }) => who === value))
  return (
    <Section id="grupp" title="De här får veta vem och var">
      {members.length === 0 ? (
        <Empty>Ingen är utsedd.</Empty>
      ) : (
        <ul class="lines">
          {members.map(({ id, who, name, title, isMe }) => (
            <li>
              <p>{inFamily(who) ?? [name, title].filter(Boolean).join(', ')}</p>
              {told && !isMe && (
                <Form viewer={viewer} action={action} hidden={{ remove: id }}>
                  <button class="ds-button" data-variant="secondary" type="submit">
                    Ta bort<span class="sr"> {inFamily(who) ?? name}</span>
                  </button>
                </Form>
              )}
            </li>
          ))}
        </ul>
      )}
      {told && <p class="soft">De kollegor som kan läggas till är utsedda av två administratörer hos er.</p>}
      {told && left.length > 0 && (
        <Form viewer={viewer} action={action}>
          <Select name="add" label="Låt någon mer få veta" options={left} empty="Välj vem" typed={{}} />
          <Buttons primary="Lägg till" />
        </Form>
      )}
    </Section>
  )
}
