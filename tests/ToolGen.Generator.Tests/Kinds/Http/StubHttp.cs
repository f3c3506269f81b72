using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen.Generator.Tests.Kinds.Http;

/// <summary>Answers from a list, in order, and keeps what was asked.</summary>
internal sealed class StubHttp(params IReadOnlyList<StubAnswer> answers) : ToolContext, IToolHttp
{
    public List<ToolHttpRequest> Requests { get; } = [];

    /// <summary>Values of the host.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    public override DateTimeOffset Now { get; } = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public override Random Random => throw new NotSupportedException();

    public override IToolHttp Http => this;

    /// <summary>What was asked for, without the scheme.</summary>
    public string Urls => string.Join(" ", this.Requests.Select(request => request.Url));

    public override string Setting(string name) => this.Settings.TryGetValue(name, out var value) ? value : base.Setting(name);

    public override void Log(string message) => Console.WriteLine(message);

    public ValueTask<ToolHttpResponse> SendAsync(ToolHttpRequest request, CancellationToken cancellationToken = default)
    {
        this.Requests.Add(request);
        if (this.Requests.Count > answers.Count) throw new ToolException("limit", "the stub has no more answers");
        var answer = answers[this.Requests.Count - 1];
        return new(new ToolHttpResponse(answer.Status, request.Url, answer.Link is null ? [] : [new("Link", answer.Link)], Encoding.UTF8.GetBytes(answer.Body)));
    }
}

/// <summary>One answer.</summary>
internal sealed record StubAnswer(string Body = "{}", int Status = 200, string? Link = null);
