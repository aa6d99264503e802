import { paths } from '#shared/paths.ts'
import { Form } from '#ui/form.tsx'
import { isLanguage, languages } from '#ui/languages.ts'
import { Intro } from '#ui/parts.tsx'
import { reader, say } from '#ui/say.tsx'

/** Every language by its own name, each a button. */
export function LanguagePage({ after }: { after: string | undefined }) {
  return (
    <>
      <Intro title={say('Vilket språk läser du helst?')} />
      <Form action={paths.language.to({})} hidden={{ efter: after }}>
        <ul class="languages">
          {Object.keys(languages)
            .filter(isLanguage)
            .map((language) => (
              <li>
                <button
                  class="ds-button"
                  data-variant={language === reader().language ? undefined : 'secondary'}
                  aria-current={language === reader().language ? 'true' : undefined}
                  type="submit"
                  name="sprak"
                  value={language}
                  lang={language}
                  dir={languages[language].dir}
                >
                  {languages[language].own}
                </button>
              </li>
            ))}
        </ul>
      </Form>
    </>
  )
}
