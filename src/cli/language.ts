import type { Issue, Message } from '../assessment/errors.js'
import type { Language } from '../assessment/render.js'
import type { Text } from '../policy/source.js'

/** The language asked for anywhere on the command line, Chinese unless stated: needed before the options are parsed, for help and errors. */
export function languageOf(words: readonly string[]): Language {
  const position = Math.max(...words.map((word, index) => (word === '--lang' || word.startsWith('--lang=') ? index : -1)), -1)
  const word = words[position]
  const value = word === '--lang' ? words[position + 1] : word?.slice('--lang='.length)
  return value === 'en' ? 'en' : 'zh'
}

/** A text in one language. */
export const inLanguage = (text: Text, language: Language): string => (typeof text === 'string' ? text : text[language])

/** One fault as a line: where it is and what to do. */
export function issueText({ path, message }: Pick<Issue, 'path' | 'message'>, language: Language): string {
  const text = message[language]
  if (path === '' || text.startsWith(path)) return text
  return language === 'zh' ? `${path}：${text}` : `${path}: ${text}`
}

export const both = (zh: string, en: string): Message => ({ zh, en })
