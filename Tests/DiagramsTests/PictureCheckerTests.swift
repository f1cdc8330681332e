import Testing

/// The checker is only worth something if it finds what is wrong.
struct `The checker of pictures` {
  @Test(arguments: [
    ("<g class=\"node\"><rect x=\"0\" y=\"0\" width=\"50\" height=\"20\"/></g>", "lies on"),
    (
      "<g class=\"label\"><rect x=\"80\" y=\"0\" width=\"50\" height=\"20\"/></g>",
      "leaves the page"
    ),
    ("<path d=\"M0,0C1,1 2,2 0,300\"/>", "leaves the page"),
    ("<g id=\"a\"/><g id=\"a\"/>", "there twice"),
    ("<text x=\"1\" y=\"20\" class=\"t9 f-pale\">pale</text>", "4.5"),
    ("<a href=\"#note-7\"></a>", "leads nowhere"),
    (
      "<g class=\"label\"><rect x=\"0\" y=\"30\" width=\"9\" height=\"20\"/>"
        + "<text x=\"0\" y=\"40\" class=\"t9 f-ink\">long</text></g>", "does not fit"
    ),
  ])
  func `finds a fault`(_ part: String, _ fault: String) throws {
    let label = "<g class=\"label\"><rect x=\"10\" y=\"5\" width=\"20\" height=\"9\"/></g>"
    let style =
      "<style>.memcon .f-ink{fill:#000000;}.memcon .f-pale{fill:#dddddd;}"
      + "@media (prefers-color-scheme:dark){.memcon{--memcon-ink:#000000;--memcon-pale:#dddddd}}"
      + "</style>"
    let sound = "<svg width=\"100\" height=\"100\">\(style)\(label)"
    #expect(try PictureChecker(sound + "</svg>").faults.isEmpty)
    let faults = try PictureChecker("\(sound)\(part)</svg>").faults
    let words = fault == "4.5" ? ": 1" : fault
    #expect(faults.contains { $0.contains(words) }, "\(faults)")
  }
}
