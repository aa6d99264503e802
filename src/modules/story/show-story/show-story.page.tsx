import { paths } from '#shared/paths.ts'
import { nameOf } from '#shared/person.ts'
import { Drawing } from '#ui/drawing.tsx'
import { Actions, BackLink, Empty, Intro, Leaf, Lines, LinkButton, Section } from '#ui/parts.tsx'
import type { Chapter } from '../story.ts'
import type { Story } from './show-story.ts'
import { notHere, storyLead } from './story.parts.tsx'

/** The child's own story, from the first day to the last. */
export function StoryPage({ child, years, wasTold }: Story) {
  const childId = child.id
  return (
    <>
      <BackLink href={paths.child.to({ childId })}>Min sida</BackLink>
      <Intro kicker="Min berättelse" title={nameOf(child.person)} lead={years.length > 0 && storyLead} />
      {years.length === 0 ? (
        <Empty>Här finns ingenting som du har fått veta om. Det kan vara så att inget har hänt.</Empty>
      ) : (
        <Actions>
          <LinkButton href={paths.story.pdf.to({ childId })} secondary>
            Skriv ut (PDF)
          </LinkButton>
        </Actions>
      )}
      {years.map(({ year, days }) => (
        <Section id={`ar-${year}`} title={year}>
          <ol class="log story">
            {days.map(({ day, chapters }) => (
              <li>
                <Leaf date={day} />
                <div>
                  {chapters.map((chapter) => (
                    <Told {...chapter} />
                  ))}
                </div>
              </li>
            ))}
          </ol>
        </Section>
      ))}
      <Section id="inte-har" title="Det som inte står här">
        <Lines items={notHere} />
      </Section>
      {wasTold ? (
        <Section
          id="las-mer"
          title="Vill du läsa mer?"
          lead="Be om ett utdrag. Då går någon igenom allt som är skrivet om dig."
        >
          <Actions>
            <LinkButton href={paths.extract.ask.to({ childId })}>Be om ett utdrag</LinkButton>
            <LinkButton href={paths.readerLog.show.to({ childId })} secondary>
              Vem har läst
            </LinkButton>
          </Actions>
        </Section>
      ) : (
        <Section
          id="las-mer"
          title="Vill du veta mer?"
          lead="Fråga den skola eller mottagning som du har haft kontakt med."
        />
      )}
    </>
  )
}

const Told = ({ sentence, quotes, drawing }: Chapter) => (
  <div class="chapter">
    <p>{sentence}</p>
    {quotes.map(({ lead, text }) => (
      <figure>
        {lead && <figcaption class="small soft">{lead}</figcaption>}
        <blockquote>{text.reveal()}</blockquote>
      </figure>
    ))}
    {drawing && <Drawing lines={drawing.reveal()} label="En teckning" />}
  </div>
)
