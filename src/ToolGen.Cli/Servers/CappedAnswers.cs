using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen.Cli.Servers;

/// <summary>Answers over HTTP, all together up to a <see cref="ByteLimit"/>. No redirect is followed: the address is what the user gave, and a secret goes nowhere else.</summary>
internal sealed class CappedAnswers() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
{
    private readonly ByteLimit limit = new();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var content = new StreamContent(new CappedStream(await answer.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false), this.limit));
        foreach (var (name, values) in answer.Content.Headers) content.Headers.TryAddWithoutValidation(name, values);
        answer.Content = content;
        return answer;
    }
}
