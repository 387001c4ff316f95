package cx.slinga.launcher;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Ports and plain HTTP on this machine. */
final class Web {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  private Web() {}

  /** Whether the address answers 200. */
  static boolean answers(String address) throws InterruptedException {
    try {
      return send(HttpRequest.newBuilder(URI.create(address))).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return CLIENT.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Refuses a port that somebody else listens on, and names the variable that chooses another. */
  static void requireFree(String host, int port, String who, String variable) {
    try (ServerSocket socket = new ServerSocket()) {
      // as the servers do: connections of an earlier run that are still closing are no obstacle
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(host, port));
    } catch (IOException e) {
      throw new LaunchRefused(
          "Port "
              + port
              + " for "
              + who
              + " is taken ("
              + e.getMessage()
              + ").\nStop what uses it, or choose another: "
              + variable
              + "="
              + (port + 1000)
              + " ./slinga run");
    }
  }
}
