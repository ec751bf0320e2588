import { useT } from '../i18n/language.tsx'
import { isTextKey } from '../i18n/translate.ts'

/** What a set of law data is called; its name where no word is known. */
export function useSetName(): (name: string) => string {
  const t = useT()
  return (name) => {
    const key = `law.set.${name}`
    return isTextKey(key) ? t(key) : name
  }
}

/** What a member of a row is called; its name in the data where no word is known. */
export function useFieldName(): (name: string) => string {
  const t = useT()
  return (name) => {
    const key = `law.field.${name}`
    return isTextKey(key) ? t(key) : name
  }
}
