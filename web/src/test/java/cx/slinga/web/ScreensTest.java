package cx.slinga.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import jakarta.inject.Named;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** What house rules ask of every screen, read from the files themselves. */
class ScreensTest {
  private static final Pattern EXPRESSION = Pattern.compile("#\\{[^}]*\\}");
  private static final Pattern QUOTED = Pattern.compile("'[^']*'");
  private static final Pattern OPERATOR_AS_NAME =
      Pattern.compile(
          "\\.(empty|not|and|or|eq|ne|lt|gt|le|ge|div|mod|instanceof|true|false|null)\\b");
  private static final Pattern LETTERS = Pattern.compile("\\p{L}{2,}");

  /** Attributes that a reader sees or hears. */
  private static final Set<String> WORDS =
      Set.of(
          "label",
          "title",
          "value",
          "placeholder",
          "alt",
          "aria-label",
          "header",
          "headerText",
          "footerText",
          "hint",
          "text",
          "what",
          "emptyMessage",
          "summary",
          "itemLabel",
          "message",
          "requiredMessage",
          "confirmLabel",
          "chooseLabel",
          "tooltip",
          "caption",
          "legend");

  /** Elements whose "value" is no text for a reader. */
  private static final Set<String> SILENT =
      Set.of(
          "ui:param",
          "f:viewParam",
          "f:param",
          "f:attribute",
          "input",
          "option",
          "c:set",
          "f:selectItem",
          "f:setPropertyActionListener",
          "h:inputHidden",
          "button",
          "h:link");

  private static final Set<String> KEYS = Set.of("kbd", "script", "style");

  /** Components that draw nothing of their own, so that nobody will ever look for them by id. */
  private static final Set<String> NEED_NO_ID =
      Set.of(
          "p:ajax",
          "p:autoUpdate",
          "p:confirm",
          "p:importConstants",
          "p:importEnum",
          "p:resetInput",
          "p:focus",
          "p:defaultCommand",
          "p:fileDownload",
          "p:validateFile",
          "p:fileValidator",
          "p:clientValidator",
          "p:printer");

  private static final Set<String> PLAIN_NEED_ID =
      Set.of(
          "h:form",
          "h:panelGroup",
          "h:panelGrid",
          "h:dataTable",
          "h:commandButton",
          "h:commandLink",
          "h:inputText",
          "h:inputTextarea",
          "h:inputSecret",
          "h:inputFile",
          "h:selectOneMenu",
          "h:selectOneRadio",
          "h:selectManyCheckbox",
          "h:selectBooleanCheckbox",
          "h:messages",
          "h:message",
          "h:head",
          "h:body");

  private static final Path TEMPLATES = Sources.WEBAPP.resolve("WEB-INF/templates");

  static Stream<Path> pages() {
    return Sources.find(Sources.WEBAPP, ".xhtml").stream();
  }

  static Stream<Path> screens() {
    return pages().filter(p -> !p.startsWith(Sources.WEBAPP.resolve("WEB-INF")));
  }

  /** {@code cases/list.xhtml} has CasesListView, {@code cases/view.xhtml} has CasesView. */
  @ParameterizedTest
  @MethodSource("screens")
  void everyScreenHasABeanOfItsName(Path screen) throws ClassNotFoundException {
    Class<?> bean = Class.forName(beanOf(Sources.WEBAPP.relativize(screen)));
    assertNotNull(bean.getAnnotation(Named.class), bean + " is not @Named");
    assertEquals("", bean.getAnnotation(Named.class).value(), "its name is the class's name");
  }

  @ParameterizedTest
  @MethodSource("screens")
  void everyScreenStandsInTheFrame(Path screen) {
    String template = root(screen).getAttribute("template");
    boolean forStrangers = screen.startsWith(Sources.WEBAPP.resolve("answer"));
    assertEquals(
        forStrangers ? "/WEB-INF/templates/plain.xhtml" : "/WEB-INF/templates/frame.xhtml",
        template,
        screen.toString());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void noPageHasInlineStyleOrScript(Path page) {
    List<String> found = new ArrayList<>();
    walk(
        root(page),
        element -> {
          var attributes = element.getAttributes();
          for (int i = 0; i < attributes.getLength(); i++) {
            String name = attributes.item(i).getNodeName();
            boolean handler = name.startsWith("on") && !element.getTagName().contains(":");
            if (name.equals("style") || handler) {
              found.add(element.getTagName() + " " + name);
            }
          }
          boolean script = element.getTagName().equals("script") && !element.hasAttribute("src");
          if (script || element.getTagName().equals("style")) {
            found.add(element.getTagName());
          }
        });
    assertEquals(List.of(), found, page.toString());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void noPageSpeaksAnyLanguageItself(Path page) {
    List<String> found = new ArrayList<>();
    walk(
        root(page),
        element -> {
          String tag = element.getTagName();
          for (Node n = element.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n.getNodeType() == Node.TEXT_NODE
                && !KEYS.contains(tag)
                && speaks(n.getNodeValue())) {
              found.add(tag + ": " + n.getNodeValue().strip());
            }
          }
          for (String name : WORDS) {
            Attr attribute = element.getAttributeNode(name);
            boolean silent = name.equals("value") && SILENT.contains(tag);
            if (attribute != null && !silent && speaks(attribute.getValue())) {
              found.add(tag + " " + name + ": " + attribute.getValue());
            }
          }
        });
    assertEquals(List.of(), found, page.toString());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyComponentHasAnIdOfItsOwn(Path page) {
    List<String> found = new ArrayList<>();
    walk(
        root(page),
        element -> {
          String tag = element.getTagName();
          boolean named =
              (tag.startsWith("p:") && !NEED_NO_ID.contains(tag)) || PLAIN_NEED_ID.contains(tag);
          if (named && !element.hasAttribute("id")) {
            found.add(tag);
          }
        });
    assertEquals(List.of(), found, page.toString());
  }

  /** The same id twice beside each other is found only when somebody opens the page. */
  @ParameterizedTest
  @MethodSource("pages")
  void noPageTakesAnIdOfTheFrame(Path page) {
    if (page.startsWith(TEMPLATES)) {
      return;
    }
    List<String> frame = new ArrayList<>();
    walk(root(TEMPLATES.resolve("frame.xhtml")), element -> frame.add(element.getAttribute("id")));
    frame.removeIf(String::isEmpty);
    assertEquals(List.of(), idsBesideTheFrame(root(page)).filter(frame::contains).toList());
  }

  /** What lies in a form has the form's name before its own. */
  private static Stream<String> idsBesideTheFrame(Element element) {
    Stream<String> own =
        element.hasAttribute("id") ? Stream.of(element.getAttribute("id")) : Stream.empty();
    if (element.getTagName().equals("h:form")) {
      return own;
    }
    List<Element> children = new ArrayList<>();
    for (Node n = element.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element child) {
        children.add(child);
      }
    }
    return Stream.concat(own, children.stream().flatMap(ScreensTest::idsBesideTheFrame));
  }

  /** {@code #{view.empty}} does not parse, and the page would fail only when somebody opens it. */
  @ParameterizedTest
  @MethodSource("pages")
  void noExpressionNamesAPropertyAsTheLanguageNamesAnOperator(Path page) {
    List<String> found =
        EXPRESSION
            .matcher(Sources.read(page))
            .results()
            .map(r -> QUOTED.matcher(r.group()).replaceAll(""))
            .filter(e -> OPERATOR_AS_NAME.matcher(e).find())
            .toList();
    assertEquals(List.of(), found, page.toString());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void noPageWritesUnescaped(Path page) {
    assertFalse(Sources.read(page).contains("escape=\"false\""), page.toString());
  }

  @Test
  void thereAreScreens() {
    assertFalse(screens().toList().isEmpty());
  }

  private static boolean speaks(String text) {
    return LETTERS.matcher(EXPRESSION.matcher(text).replaceAll("")).find();
  }

  private static String beanOf(Path screen) {
    if (screen.getNameCount() == 1) {
      return "cx.slinga.web.work.MyWorkView";
    }
    String feature = screen.getName(0).toString();
    String page = screen.getFileName().toString().replace(".xhtml", "");
    return "cx.slinga.web."
        + feature
        + "."
        + capital(feature)
        + (page.equals("view") ? "" : capital(page))
        + "View";
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  private static Element root(Path page) {
    try {
      var parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
      // the doctype names no file; nothing is to be fetched
      parser.setEntityResolver(
          (publicId, systemId) -> new InputSource(new java.io.StringReader("")));
      return parser.parse(page.toFile()).getDocumentElement();
    } catch (Exception e) {
      throw new AssertionError(page + " is not well-formed", e);
    }
  }

  private static void walk(Element element, java.util.function.Consumer<Element> visitor) {
    visitor.accept(element);
    for (Node n = element.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element child) {
        walk(child, visitor);
      }
    }
  }
}
