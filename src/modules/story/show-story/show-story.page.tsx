import { paths } from '#shared/paths.ts'
import { nameOf } from '#shared/person.ts'
import { Drawing } from '#ui/drawing.tsx'
import { Actions, BackLink, Empty, Intro, Leaf, Lines, LinkButton, Section } from '#ui/parts.tsx'
import { AsWritten, say } from '#ui/say.tsx'
import { type Chapter, tellStory } from '../story.ts'
import type { Story } from './show-story.ts'
import { notHere, storyLead } from './story.parts.tsx'

/** The child's own story, from the first day to the last. */
export function StoryPage({ child, facts, wasTold }: Story) {
  const childId = child.id
  const years = tellStory(facts)
  return (
    <>
      <BackLink href={paths.child.to({ childId })}>{say('Min sida')}</BackLink>
      <Intro
        kicker={say('Min berättelse')}
        title={nameOf(child.person)}
        lead={years.length > 0 && say(storyLead)}
      />
      {years.length === 0 ? (
        <Empty>
          {say('Här finns ingenting som du har fått veta om. Det kan vara så att inget har hänt.')}
        </Empty>
      ) : (
        <Actions>
          <LinkButton href={paths.story.pdf.to({ childId })} secondary>
            {say('Skriv ut (PDF, på svenska)')}
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
      <Section id="inte-har" title={say('Det som inte står här')}>
        <Lines items={notHere.map((text) => say(text))} />
      </Section>
      {wasTold ? (
        <Section
          id="las-mer"
          title={say('Vill du läsa mer?')}
          lead={say('Be om ett utdrag. Då går någon igenom allt som är skrivet om dig.')}
        >
          <Actions>
            <LinkButton href={paths.extract.ask.to({ childId })}>{say('Be om ett utdrag')}</LinkButton>
            <LinkButton href={paths.readerLog.show.to({ childId })} secondary>
              {say('Vem har läst')}
            </LinkButton>
          </Actions>
        </Section>
      ) : (
        <Section
          id="las-mer"
          title={say('Vill du veta mer?')}
          lead={say('Fråga den skola eller mottagning som du har haft kontakt med.')}
        />
      )}
    </>
  )
}

const Told = ({ sentence, quotes, drawing }: Chapter) => (
  <div class="chapter">
    <p>{sentence}</p>
    {quotes.map(({ lead, picked, text }) => (
      <figure>
        {lead && <figcaption class="small soft">{lead}</figcaption>}
        <blockquote>
          {picked.join('\n')}
          {picked.length > 0 && text && '\n'}
          {text && <AsWritten>{text.reveal()}</AsWritten>}
        </blockquote>
      </figure>
    ))}
    {drawing && <Drawing lines={drawing.reveal()} label={say('En teckning')} />}
  </div>
)
