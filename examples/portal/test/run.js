// Every test of the page; the build stands in dist/.
import './entered.test.js'
import './page.test.js'
