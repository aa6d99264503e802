import { LastSignIn, UnusualSignIn } from '#modules/identity'
import { paths } from '#shared/paths.ts'
import { nameOf } from '#shared/person.ts'
import { Form, TextField } from '#ui/form.tsx'
import type { Viewer } from '#ui/page.tsx'
import { Empty, Intro, NextStep, Section } from '#ui/parts.tsx'
import { say } from '#ui/say.tsx'
import { ageText } from '../child.ts'
import type { ChildList } from './list-children.ts'

type Props = ChildList & {
  viewer: Viewer
  /** What is looked for, and the same as it stands in the address. */
  name: string
  search: string | undefined
}

export function ChildListPage({ list, next, family, today, signIns, viewer, name, search }: Props) {
  return (
    <>
      <Intro
        title={family ? say('Mina barn') : 'Barn'}
        lead={family ? say('Här kan du läsa, och berätta något.') : 'Barn som du känner i ditt arbete.'}
      />
      <UnusualSignIn signIns={signIns} />
      {!family && <Search {...{ viewer, name }} />}
      <Section id="lista" title={family ? say('Mina barn') : 'Barnen'} quiet>
        {list.length === 0 ? (
          <Empty>{name ? 'Inget barn som du känner heter så.' : say('Här är det tomt just nu.')}</Empty>
        ) : (
          <ul class="lines">
            {list.map((child) => (
              <li>
                <a href={paths.child.to({ childId: child.id })}>{nameOf(child.person)}</a>{' '}
                <span class="soft">{ageText(child, today)}</span>
              </li>
            ))}
          </ul>
        )}
        {next && (
          <p>
            <a
              href={`${paths.children.to({})}?${new URLSearchParams({ ...(search && { namn: search }), efter: next })}`}
            >
              {say('Visa fler')}
            </a>
          </p>
        )}
      </Section>
      {!family && (
        <NextStep
          label="Har du sett något?"
          main="Uppmärksamma ett barn"
          action={{ href: paths.noticing.notice.to({}), label: 'Börja' }}
        >
          <p class="soft">Barnet behöver inte stå i listan.</p>
        </NextStep>
      )}
      {!family && (
        <p>
          <a href={paths.emergency.ask.to({})}>Nödläge: se planen för ett barn som du inte arbetar med</a>
        </p>
      )}
      <LastSignIn signIns={signIns} />
    </>
  )
}

const Search = ({ viewer, name }: Pick<Props, 'viewer' | 'name'>) => (
  <Form viewer={viewer} action={paths.children.to({})}>
    <TextField name="q" label="Sök på namn" type="search" width="m" typed={{ q: name }} />
    <div class="actions">
      <button class="ds-button" data-variant="secondary" type="submit">
        Sök
      </button>
    </div>
  </Form>
)
