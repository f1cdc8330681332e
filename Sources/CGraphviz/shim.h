#include <gvc.h>
#include <cgraph.h>

// Where a layout put things. Graphviz tells it through macros, which Swift can't import.

static inline pointf memcon_node_center(Agnode_t *node) { return ND_coord(node); }

static inline const splines *memcon_edge_splines(Agedge_t *edge) { return ED_spl(edge); }

static inline int memcon_cluster_count(Agraph_t *graph) { return GD_n_cluster(graph); }

/// A cluster by its number, which Graphviz counts from 1.
static inline Agraph_t *memcon_cluster(Agraph_t *graph, int number) {
  return GD_clust(graph)[number];
}

static inline boxf memcon_bounds(Agraph_t *graph) { return GD_bb(graph); }
