import CGraphviz

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Makes contexts of Graphviz that lay out and do nothing else.
///
/// A usual context reads Graphviz's list of plugins and at the first text loads Pango with all the
/// fonts of the machine: of 17 ms that a small layout takes in a process of its own, 14. Places need
/// none of it, since every node comes with its size.
enum LayoutContext {
  /// A context with the plugin of `engine` alone; nil where the plugin is not found, as in a
  /// Graphviz that has its plugins built in.
  static func make(for engine: String) -> OpaquePointer? {
    guard let context = memcon_bare_context() else { return nil }
    let name = engine == "dot" ? "gvplugin_dot_layout" : "gvplugin_neato_layout"
    if let folder = memcon_plugin_folder(context), let file = file(of: name, in: folder),
      memcon_add_plugin(context, file, "\(name)_LTX_library") != 0
    {
      return context
    }
    gvFreeContext(context)
    return nil
  }

  /// The file of a plugin, whose ending tells the system and the version.
  private static func file(of plugin: String, in folder: UnsafePointer<CChar>) -> String? {
    var found = glob_t()
    defer { globfree(&found) }
    guard glob("\(String(cString: folder))/lib\(plugin).*", 0, nil, &found) == 0,
      let first = found.gl_pathv?.pointee
    else { return nil }
    return String(cString: first)
  }
}
