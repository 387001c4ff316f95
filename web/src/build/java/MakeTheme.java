import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Builds the PrimeFaces theme {@code slinga}: our tokens, then saga with every literal colour turned
 * into a token, so that light and dark are one file and an update of PrimeFaces is a rebuild. Needed
 * because saga defines {@code --primary-color} and friends but never reads them.
 *
 * <p>Usage: {@code java -classpath primefaces-themes.jar MakeTheme.java tokens.css theme.css}
 */
class MakeTheme {
  private static final String SAGA = "META-INF/resources/primefaces-saga-blue/theme.css";

  /** Where a literal means the same everywhere. */
  private static final Map<String, String> WORD =
      Map.ofEntries(
          Map.entry("#495057", "--text"),
          Map.entry("#212529", "--text"),
          Map.entry("#252529", "--text"),
          Map.entry("#343a40", "--text"),
          Map.entry("#6c757d", "--text-2"),
          Map.entry("#607d8b", "--text-2"),
          Map.entry("#adb5bd", "--border-strong"),
          Map.entry("#ced4da", "--border-strong"),
          Map.entry("#dee2e6", "--border"),
          Map.entry("#e9ecef", "--hover"),
          Map.entry("#ebebef", "--hover"),
          Map.entry("#f8f9fa", "--ground"),
          Map.entry("#f8f8f8", "--ground"),
          Map.entry("#fbfcfc", "--card"),
          Map.entry("#2196f3", "--accent"),
          Map.entry("#9c27b0", "--accent"),
          Map.entry("#0d89ec", "--accent-hover"),
          Map.entry("#e3f2fd", "--selected"),
          Map.entry("#f44336", "--late"),
          Map.entry("#d32f2f", "--late"),
          Map.entry("#b71c1c", "--late"),
          Map.entry("#ef5350", "--late"),
          Map.entry("#e0284f", "--late"),
          Map.entry("#ff4032", "--late"),
          Map.entry("#ffcdd2", "--late-soft"),
          Map.entry("#689f38", "--ok"),
          Map.entry("#4caf50", "--ok"),
          Map.entry("#c8e6c9", "--ok-soft"),
          Map.entry("#0288d1", "--info"),
          Map.entry("#01579b", "--info"),
          Map.entry("#03a9f4", "--info"),
          Map.entry("#b3e5fc", "--info-soft"),
          Map.entry("#fbc02d", "--soon"),
          Map.entry("#7f6003", "--soon"),
          Map.entry("#ffc107", "--soon"),
          Map.entry("#ffecb3", "--soon-soft"),
          Map.entry("#efefef", "--border"),
          Map.entry("#dadada", "--border-strong"),
          Map.entry("#e60017", "--late-soft"),
          Map.entry("rgba(0,0,0,.08)", "--border"),
          Map.entry("rgba(200,230,201,.8)", "--ok-soft"),
          Map.entry("rgb(67.1875,147.8125,69.875)", "--ok"),
          Map.entry("rgb(255,113,127.2)", "--late-soft"),
          Map.entry("rgb(45.75,7,7)", "--late"),
          Map.entry("rgb(255,229.625,153.5)", "--soon-soft"),
          Map.entry("rgb(255,179.5,187.05)", "--late-soft"),
          Map.entry("hsl(0,65.0793650794%,45.5294117647%)", "--late"),
          Map.entry("hsl(0,65.0793650794%,40.4705882353%)", "--late"),
          Map.entry("hsl(42.8155339806,96.261682243%,46.431372549%)", "--soon"),
          Map.entry("hsl(122,37.5%,54.8039215686%)", "--ok-soft"),
          Map.entry("hsl(122,37.5%,21.0784313725%)", "--ok"),
          Map.entry("hsl(122,37.5%,5.2696078431%)", "--late"),
          Map.entry("hsl(198.904109589,92.4050632911%,79.5098039216%)", "--info-soft"));

  private record Shade(int r, int g, int b, String token) {
    boolean near(double[] rgb) {
      return Math.abs(rgb[0] - r) <= 2 && Math.abs(rgb[1] - g) <= 2 && Math.abs(rgb[2] - b) <= 2;
    }
  }

  /** Shades that saga computed from its colours. */
  private static final List<Shade> SHADES =
      List.of(
          new Shade(166, 213, 250, "--focus"),
          new Shade(137, 200, 247, "--focus"),
          new Shade(13, 137, 236, "--accent-hover"),
          new Shade(11, 122, 209, "--accent-hover"),
          new Shade(86, 113, 125, "--text"),
          new Shade(77, 100, 111, "--text"),
          new Shade(94, 143, 50, "--ok"),
          new Shade(83, 127, 45, "--ok"),
          new Shade(250, 183, 16, "--soon"),
          new Shade(140, 35, 158, "--accent-hover"),
          new Shade(125, 31, 141, "--accent-hover"),
          new Shade(2, 122, 188, "--info"),
          new Shade(2, 109, 167, "--info"));

  /** Colours that saga makes transparent. */
  private static final List<Shade> VEILS =
      List.of(
          new Shade(33, 150, 243, "--accent"),
          new Shade(96, 125, 139, "--text-2"),
          new Shade(104, 159, 56, "--ok"),
          new Shade(251, 192, 45, "--soon"),
          new Shade(156, 39, 176, "--accent"),
          new Shade(2, 136, 209, "--info"),
          new Shade(211, 47, 47, "--late"));

  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);

  /** saga dresses plain HTML inputs too; those are slinga.css's. */
  private static final Pattern PLAIN_INPUTS =
      Pattern.compile("body select[^{},]*,body input:not\\([^{}]*\\{[^}]*\\}");

  private static final Pattern ROOT = Pattern.compile(":root\\s*\\{.*?\\}", Pattern.DOTALL);
  private static final Pattern DARK =
      Pattern.compile("html\\[data-theme=dark\\]\\s*\\{([^{}]*)\\}");
  private static final Pattern DECLARATION = Pattern.compile("([\\w-]+)\\s*:\\s*([^;{}]+)(?=[;}])");
  private static final Pattern COLOUR =
      Pattern.compile("#[0-9a-fA-F]{3,8}\\b|(?:rgb|hsl)a?\\([^)]*\\)");
  private static final Pattern NUMBER = Pattern.compile("[\\d.]+");

  /** Size, radius and focus on top of saga; anything more belongs to slinga.css. */
  private static final String OURS =
      """

      body .ui-widget,body .ui-widget .ui-widget,body .ui-button{font-family:var(--font-ui);font-size:1rem}
      body .ui-button{border-radius:var(--r-2);padding:0 var(--s-3);min-height:var(--control);font-weight:var(--w-medium)}
      body span.ui-button,body a.ui-button{display:inline-flex;align-items:center;justify-content:center}
      body .ui-button .ui-button-text{padding:0}
      body .ui-button.ui-button-text-icon-left .ui-button-text{padding:0 0 0 20px}
      body .ui-button.ui-button-icon-only{min-width:var(--control);width:auto;min-height:var(--control)}
      body .ui-button.ui-button-icon-only .ui-button-text{display:none}
      body .ui-button.ui-button-outlined,body .ui-button.ui-button-outlined:enabled:hover{border-color:var(--border-strong);color:var(--text)}
      body .ui-button.ui-state-disabled,body .ui-button:disabled{opacity:1;color:var(--text-3);border-color:var(--border);background:var(--sunken);cursor:not-allowed}
      body .ui-inputfield,body .ui-inputtext,body .ui-selectonemenu{border-radius:var(--r-2)}
      body .ui-inputtext{padding:6px 10px}
      body .ui-inputfield.ui-state-error,body .ui-selectonemenu.ui-state-error{border-color:var(--late);border-width:2px}
      body .ui-selectonemenu .ui-selectonemenu-label{padding:6px 10px}
      body .ui-selectonemenu-panel .ui-selectonemenu-items .ui-selectonemenu-item,body .ui-autocomplete-panel .ui-autocomplete-items .ui-autocomplete-item{padding:6px 10px}
      body .ui-datatable .ui-datatable-data>tr>td,body .ui-datatable thead th{padding:0 var(--s-2);height:var(--row);border-width:0 0 1px}
      body .ui-datatable .ui-datatable-data>tr.ui-state-highlight{background:var(--selected);color:var(--text)}
      body .ui-progressbar{height:20px}
      body .ui-progressbar .ui-progressbar-value{background:var(--accent-soft);border-right:3px solid var(--accent)}
      body .ui-progressbar .ui-progressbar-label{color:var(--text);line-height:20px;font-weight:var(--w-medium)}
      body .ui-dialog,body .ui-panel,body .ui-datatable{border-radius:var(--r-3)}
      body .ui-widget :focus-visible,body .ui-button:focus-visible,body .ui-inputfield:focus-visible{outline:var(--ring)!important;outline-offset:var(--ring-offset);box-shadow:none!important}
      """;

  public static void main(String[] args) throws IOException {
    String tokens = Files.readString(Path.of(args[0]));
    Path theme = Path.of(args[1]);
    Files.createDirectories(theme.getParent());
    Files.writeString(
        theme,
        forDarkDevices(COMMENT.matcher(tokens).replaceAll(""))
            + "\n/* From saga of primefaces-themes, MIT License, (c) PrimeTek Informatics */\n"
            + recoloured(saga())
            + OURS);
  }

  private static String saga() throws IOException {
    try (InputStream in = ClassLoader.getSystemResourceAsStream(SAGA)) {
      if (in == null) throw new IOException(SAGA + " is not on the class path");
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\uFEFF", "");
    }
  }

  /** The dark tokens once more for those who follow their device. */
  private static String forDarkDevices(String tokens) {
    return DARK.matcher(tokens)
        .replaceAll(
            dark ->
                Matcher.quoteReplacement(
                    dark.group()
                        + "\n@media (prefers-color-scheme:dark){html[data-theme=auto]{"
                        + dark.group(1)
                        + "}}"));
  }

  private static String recoloured(String saga) {
    String css = PLAIN_INPUTS.matcher(ROOT.matcher(saga).replaceAll("")).replaceAll("");
    return DECLARATION
        .matcher(css)
        .replaceAll(
            d -> Matcher.quoteReplacement(declaration(d.group(), d.group(1), d.group(2))));
  }

  private static String declaration(String whole, String property, String value) {
    if (property.equals("font-family") && !value.contains("primeicons")) {
      return "font-family:var(--font-ui)";
    }
    if (property.equals("src") || property.equals("content") || value.contains("url(")) {
      return whole;
    }
    return property
        + ":"
        + COLOUR
            .matcher(value)
            .replaceAll(c -> Matcher.quoteReplacement(token(c.group(), property)));
  }

  private static String token(String literal, String property) {
    String colour = literal.toLowerCase(java.util.Locale.ROOT);
    if (colour.equals("#fff") || colour.equals("#ffffff")) {
      // white is paper in backgrounds and ink on a filled control
      boolean ink = property.equals("color") || property.equals("fill");
      return ink ? "var(--on-accent)" : "var(--card)";
    }
    if (WORD.containsKey(colour)) {
      return "var(" + WORD.get(colour) + ")";
    }
    if (!colour.startsWith("rgb")) {
      return literal;
    }
    double[] parts =
        NUMBER
            .matcher(colour)
            .results()
            .map(MatchResult::group)
            .mapToDouble(Double::parseDouble)
            .toArray();
    if (parts.length == 3) {
      for (Shade shade : SHADES) {
        if (shade.near(parts)) return "var(" + shade.token() + ")";
      }
    }
    if (parts.length == 4) {
      for (Shade veil : VEILS) {
        if (veil.near(parts)) {
          long percent = Math.round(parts[3] * 100);
          return "color-mix(in srgb, var(" + veil.token() + ") " + percent + "%, transparent)";
        }
      }
    }
    return literal;
  }
}
