import { whatKronobarnIs, whatKronobarnIsNot } from '#modules/knowledge'
import { paths } from '#shared/paths.ts'
import { Actions, Intro, LinkButton, Section } from '#ui/parts.tsx'

/** The first page for anybody: what this is, what it is not, and the way in. */
export function StartPage() {
  return (
    <>
      <Intro
        title="Vi hjälps åt runt barnet"
        lead="Kronobarn håller ihop det som familjen, skolan, vården och andra gör tillsammans för ett barn."
      />
      <Actions>
        <LinkButton href={paths.signIn.choose.to({})}>Logga in</LinkButton>
        <a href={paths.directory.whom.to({})}>Vem vänder jag mig till?</a>
        <a href={paths.concern.to({})}>Tror du att ett barn far illa?</a>
      </Actions>
      {[whatKronobarnIs, whatKronobarnIsNot].map(({ version, title, paragraphs }) => (
        <Section id={version} title={title}>
          {paragraphs.map((paragraph) => (
            <p>{paragraph}</p>
          ))}
        </Section>
      ))}
    </>
  )
}
