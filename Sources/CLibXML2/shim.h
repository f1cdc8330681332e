#include <string.h>
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

/// Makes the parser of `context` call `sax` with `data` in place of building libxml2's own tree.
static inline void memcon_xml_listen(
    xmlParserCtxtPtr context, const xmlSAXHandler *sax, void *data) {
  memcpy(context->sax, sax, sizeof(xmlSAXHandler));
  context->userData = data;
}

/// The code point that HTML calls `name`; 0 if it knows no such name.
static inline unsigned memcon_html_entity(const xmlChar *name) {
  const htmlEntityDesc *entity = htmlEntityLookup(name);
  return entity ? entity->value : 0;
}
