#include <cgraph.h>
#include <dlfcn.h>
#include <gvc.h>

// Where a layout put things. Graphviz tells it through macros, which Swift can't import.

static inline pointf memcon_node_center(Agnode_t *node) { return ND_coord(node); }

static inline const splines *memcon_edge_splines(Agedge_t *edge) { return ED_spl(edge); }

static inline int memcon_cluster_count(Agraph_t *graph) { return GD_n_cluster(graph); }

/// A cluster by its number, which Graphviz counts from 1.
static inline Agraph_t *memcon_cluster(Agraph_t *graph, int number) {
  return GD_clust(graph)[number];
}

static inline boxf memcon_bounds(Agraph_t *graph) { return GD_bb(graph); }

/// A context without any plugin, which reads no list of plugins.
static inline GVC_t *memcon_bare_context(void) {
  static const lt_symlist_t none[] = {{0, 0}};
  return gvContextPlugins(none, 0);
}

/// The folder of Graphviz's plugins. Graphviz has the function but no header for it.
static inline const char *memcon_plugin_folder(GVC_t *context) {
  char *(*folder)(GVC_t *) = (char *(*)(GVC_t *))dlsym(dlopen(0, RTLD_NOW), "gvconfig_libdir");
  return folder ? folder(context) : 0;
}

/// Adds the plugin in a file under the name of its table; 0 if it is not there.
static inline int memcon_add_plugin(GVC_t *context, const char *file, const char *table) {
  void *handle = dlopen(file, RTLD_NOW);
  void *library = handle ? dlsym(handle, table) : 0;
  if (!library) return 0;
  gvAddLibrary(context, (gvplugin_library_t *)library);
  return 1;
}
