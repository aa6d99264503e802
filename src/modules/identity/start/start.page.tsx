import { whatKronobarnIs, whatKronobarnIsNot } from '#modules/knowledge'
import { paths } from '#shared/paths.ts'
import { Actions, Intro, LinkButton, Section } from '#ui/parts.tsx'
import { say } from '#ui/say.tsx'

/** The first page for anybody: what this is, what it is not, and the way in. */
export function StartPage() {
  return (
    <>
      <Intro
        title={say('Vi hjälps åt runt barnet')}
        lead={say(
          'Kronobarn håller ihop det som familjen, skolan, vården och andra gör tillsammans för ett barn.',
        )}
      />
      <Actions>
        <LinkButton href={paths.signIn.choose.to({})}>{say('Logga in')}</LinkButton>
        <a href={paths.directory.whom.to({})}>{say('Vem vänder jag mig till?')}</a>
        <a href={paths.concern.to({})}>{say('Tror du att ett barn far illa?')}</a>
      </Actions>
      {[whatKronobarnIs, whatKronobarnIsNot].map(({ version, title, paragraphs }) => (
        <Section id={version} title={say(title)}>
          {paragraphs.map((paragraph) => (
            <p>{say(paragraph)}</p>
          ))}
        </Section>
      ))}
    </>
  )
}
