using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen.Cli.Servers;

/// <summary>Answers over HTTP up to a <see cref="ByteLimit"/>. No redirect is followed: the address is what the user gave, and a secret goes nowhere else.</summary>
/// <param name="ofEach">The bytes of each answer; null: all of them together are limited.</param>
/// <param name="usesProxy">Whether the user's proxy is asked.</param>
internal sealed class CappedAnswers(long? ofEach = null, bool usesProxy = true) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = usesProxy })
{
    private readonly ByteLimit limit = new();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var content = new StreamContent(new CappedStream(await answer.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false), ofEach is { } most ? new(most) : this.limit));
        foreach (var (name, values) in answer.Content.Headers) content.Headers.TryAddWithoutValidation(name, values);
        answer.Content = content;
        return answer;
    }
}
