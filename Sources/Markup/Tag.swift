/// The elements of HTML whose name matters to a reader of articles.
public enum Tag: Int32, Sendable, CaseIterable {
  case other
  // Whole pages and their parts.
  case html, head, body, main, article, section, aside, nav, header, footer, div, center
  case details, summary, dialog
  // Blocks of text.
  case p, h1, h2, h3, h4, h5, h6, blockquote, pre, address, figure, figcaption, hr, br
  case ul, ol, li, dl, dt, dd, menu, dir
  case table, caption, thead, tbody, tfoot, tr, td, th, fieldset, legend
  // Within a line.
  case a, abbr, b, big, cite, code, em, font, i, q, s, small, span, strong, sub, sup, time, u, wbr
  // What holds no text of the article.
  case script, style, noscript, template, link, meta, title, base
  case form, button, input, select, option, optgroup, textarea, label, output, datalist
  case svg, math, canvas, iframe, object, embed, applet, map, area, img, picture, source, video
  case audio, track, frameset, frame, noframes
}
