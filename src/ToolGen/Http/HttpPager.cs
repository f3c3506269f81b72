using System;
using System.Collections.Generic;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Values;

namespace ToolGen.Http;

/// <summary>Fetches pages one after the other: the first, then on demand all others. Called by generated code.</summary>
/// <typeparam name="TPage">What one answer is read into.</typeparam>
public sealed class HttpPager<TPage>
{
    private readonly ToolContext context;
    private readonly ToolHttpRequest request;
    private readonly HttpStatuses statuses;
    private readonly HttpPaging paging;
    private readonly ToolRead<TPage> read;
    private readonly CancellationToken cancellationToken;
    private ToolHttpResponse answer = null!;
    private TPage page = default!;

    /// <param name="context">Of the call.</param>
    /// <param name="request">Of the first page, without what paging adds.</param>
    /// <param name="statuses">What a status means.</param>
    /// <param name="paging">How pages follow each other.</param>
    /// <param name="read">Reads one page.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public HttpPager(ToolContext context, ToolHttpRequest request, HttpStatuses statuses, HttpPaging paging, ToolRead<TPage> read, CancellationToken cancellationToken)
    {
        this.context = context;
        this.request = request;
        this.statuses = statuses;
        this.paging = paging;
        this.read = read;
        this.cancellationToken = cancellationToken;
    }

    /// <summary>The status of the page that was read last.</summary>
    public int Status => this.answer.Status;

    /// <summary>The first page.</summary>
    public async ValueTask<TPage> FirstAsync()
    {
        object? first = this.paging.By switch
        {
            HttpPagingBy.Page => this.paging.Start,
            HttpPagingBy.Offset => 0L,
            _ => null,
        };
        await this.SendAsync(first is null ? this.request : this.With(first)).ConfigureAwait(false);
        return this.page;
    }

    /// <summary>The elements of all pages. Behind <see cref="FirstAsync"/>, once.</summary>
    /// <param name="items">The list of one page; null is an empty one.</param>
    /// <param name="next">Cursor: what leads to the page behind one; null or empty at the end.</param>
    /// <exception cref="ToolException">
    /// <c>limit</c>: more elements than may be held; <c>denied</c>: a link leads to another host; <c>upstream</c>: pages go in a circle; and
    /// those of each request.
    /// </exception>
    public async ValueTask<IReadOnlyList<T>> AllAsync<T>(Func<TPage, IEnumerable<T>?> items, Func<TPage, IReadOnlyList<T>, object?>? next = null)
    {
        ArgumentNullException.ThrowIfNull(items);
        var all = new List<T>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var number = 1L; ; number++)
        {
            IReadOnlyList<T> list = Slots.List(items(this.page)) ?? [];
            if (all.Count + list.Count > this.paging.Rows) throw new ToolException(ToolErrorCodes.Limit, $"all pages together have more than {this.paging.Rows} elements");
            all.AddRange(list);
            if (list.Count == 0 || list.Count < this.paging.Size || number >= this.paging.Max) return all;
            var following = this.paging.By switch
            {
                HttpPagingBy.Page => this.With(this.paging.Start + number),
                HttpPagingBy.Offset => this.With(all.Count),
                HttpPagingBy.Cursor => this.Cursor(next!(this.page, list)),
                _ => this.Link(),
            };
            if (following is null) return all;

            // Whoever gives the same place again would be asked for ever.
            if (!seen.Add(following.Url)) throw new ToolException(ToolErrorCodes.Upstream, $"{HttpAnswers.HostOf(following.Url)} leads from page {number} to a page that was there before");
            await this.SendAsync(following).ConfigureAwait(false);
        }
    }

    private async ValueTask SendAsync(ToolHttpRequest request)
    {
        this.answer = await HttpAnswers.SendAsync(this.context, request, this.statuses, this.cancellationToken).ConfigureAwait(false);
        this.page = HttpAnswers.Read(this.answer, this.read);
    }

    private ToolHttpRequest With(object value)
    {
        var url = new StringBuilder(this.request.Url);
        HttpParameters.Append(url, HttpParameters.SeparatorOf(url), this.paging.Parameter, value, null, HttpAddress.MaxLength);
        return this.request with { Url = url.ToString() };
    }

    private ToolHttpRequest? Cursor(object? cursor)
    {
        if (ValueText.IsNull(cursor)) return null;
        var text = ValueText.Of(cursor!) ?? throw new ToolException(ToolErrorCodes.BadData, "the next cursor is a list or an object");
        return text.Length == 0 ? null : this.With(text);
    }

    private ToolHttpRequest? Link()
    {
        if (LinkHeader.Next(this.answer) is not { } target) return null;
        if (!Uri.TryCreate(new Uri(this.answer.Url), target, out var uri)) throw new ToolException(ToolErrorCodes.BadData, "the link to the next page is no address");
        var first = new Uri(this.request.Url);
        if (uri.Scheme != first.Scheme || !string.Equals(uri.IdnHost, first.IdnHost, StringComparison.OrdinalIgnoreCase) || uri.Port != first.Port || uri.UserInfo.Length > 0)
            throw new ToolException(ToolErrorCodes.Denied, $"the link to the next page leads from {first.Host} to another host");
        var auth = this.request.Auth;
        return this.request with { Url = auth is { Scheme: "query", Carrier: { } carrier } ? Without(uri, carrier) : uri.AbsoluteUri };
    }

    // The service repeats the whole query; the secret in it is masked by now, and is added again by the host.
    private static string Without(Uri uri, string parameter)
    {
        var kept = new List<string>();
        foreach (var pair in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
            if (!string.Equals(Uri.UnescapeDataString(pair.Split('=')[0]), parameter, StringComparison.Ordinal)) kept.Add(pair);
        return uri.GetLeftPart(UriPartial.Path) + (kept.Count == 0 ? "" : "?" + string.Join('&', kept));
    }
}
