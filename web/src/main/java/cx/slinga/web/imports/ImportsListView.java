package cx.slinga.web.imports;

import cx.slinga.imports.ImportQueries;
import cx.slinga.imports.ImportRow;
import cx.slinga.imports.ImportService;
import cx.slinga.shared.BusinessException;
import cx.slinga.shared.Page;
import cx.slinga.survey.SurveyQueries;
import cx.slinga.survey.SurveyRow;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.file.UploadedFile;

/** The imports so far, and the form for a new one. */
@Named
@ViewScoped
public class ImportsListView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int PAGE = 25;

  @Inject private transient ImportQueries queries;
  @Inject private transient ImportService service;
  @Inject private transient SurveyQueries surveyQueries;

  private @Nullable String after;
  private @Nullable String survey;
  private boolean followUp = true;
  private transient @Nullable UploadedFile file;
  private transient @Nullable Page<ImportRow> page;
  private transient @Nullable List<SurveyRow> surveys;

  /** Hands the file over; the job's own page shows how it goes on. */
  public String upload() throws IOException {
    UploadedFile chosen = file;
    if (chosen == null || chosen.getFileName() == null || chosen.getFileName().isBlank()) {
      throw BusinessException.ofField("file", "import.file-missing");
    }
    if (survey == null) {
      throw BusinessException.ofField("survey", "import.survey-missing");
    }
    try (InputStream content = chosen.getInputStream()) {
      UUID id = service.start(survey, chosen.getFileName(), followUp, content);
      return "/imports/view.xhtml?faces-redirect=true&id=" + id;
    }
  }

  public List<ImportRow> getRows() {
    return page().items();
  }

  public @Nullable String getNext() {
    return page().next();
  }

  private Page<ImportRow> page() {
    Page<ImportRow> read = page;
    if (read == null) {
      read = queries.list(after, PAGE);
      page = read;
    }
    return read;
  }

  public List<SurveyRow> getSurveys() {
    List<SurveyRow> read = surveys;
    if (read == null) {
      read = surveyQueries.list();
      surveys = read;
    }
    return read;
  }

  public @Nullable String getAfter() {
    return after;
  }

  public void setAfter(@Nullable String after) {
    this.after = after;
  }

  public @Nullable String getSurvey() {
    return survey;
  }

  public void setSurvey(@Nullable String survey) {
    this.survey = survey;
  }

  public boolean isFollowUp() {
    return followUp;
  }

  public void setFollowUp(boolean followUp) {
    this.followUp = followUp;
  }

  public @Nullable UploadedFile getFile() {
    return file;
  }

  public void setFile(@Nullable UploadedFile file) {
    this.file = file;
  }
}
