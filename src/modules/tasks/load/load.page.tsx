import { paths } from '#shared/paths.ts'
import { BackLink, Facts, Intro, Note, Section } from '#ui/parts.tsx'
import { loadText } from '../task.ts'
import type { Loads } from './load.ts'

export const LoadPage = ({ colleagues, page, more }: Loads) => (
  <>
    <BackLink href={paths.tasks.to({})}>Uppgifter</BackLink>
    <Intro
      title="Så har arbetslaget det"
      lead="Hur mycket var och en har just nu. Här står inget om vilka barn det gäller, eller varför."
    />
    {colleagues.map(({ name, title, children, waiting, overdue }, place) => (
      <Section id={`kollega-${place}`} title={name} lead={title}>
        <Facts
          items={[
            ['Barn att hålla ihop för', loadText(children)],
            ['Uppgifter', loadText(waiting)],
            ['Har blivit liggande', loadText(overdue)],
          ]}
        />
      </Section>
    ))}
    <Note>
      <p>Färre än fem skrivs som 1–4, så att ett tal inte kan peka ut ett barn.</p>
    </Note>
    {(page > 1 || more) && (
      <p class="actions">
        {page > 1 && <a href={`${paths.workday.load.to({})}?sida=${page - 1}`}>Förra sidan</a>}
        {more && <a href={`${paths.workday.load.to({})}?sida=${page + 1}`}>Nästa sida</a>}
      </p>
    )}
  </>
)
