using EdgeCctv.Core.Inference.Detection;
using EdgeCctv.Web.CommandLine;

namespace EdgeCctv.Tests.CommandLine;

public sealed class TableTests : IDisposable
{
    private readonly StringWriter _text = new() { NewLine = "\n" };

    public void Dispose() => _text.Dispose();

    [Fact]
    public void ScoreTable_FirstFrame_RepeatsTheSecondsScoreAndGapsTheRowBefore()
    {
        var table = new ScoreTable(_text);
        table.Add(1, isAnomaly: false);
        table.Add(2, 1.25f, isAnomaly: false);
        table.Add(3, -0.1f, isAnomaly: true);
        table.Add(6, 1f / (1 << 30), isAnomaly: true);
        table.Add(7, isAnomaly: false);
        table.Finish(9);

        Assert.Equal(
            "frame,score,anomaly\n1,1.25,0\n2,1.25,0\n3,-0.100000001,1\n4,-0.100000001,1\n5,-0.100000001,1\n6,9.31322575E-10,1\n7,9.31322575E-10,0\n8,9.31322575E-10,0\n9,9.31322575E-10,0\n",
            _text.ToString());
    }

    [Fact]
    public void ScoreTable_NoScoreAtAll_IsZeros()
    {
        var table = new ScoreTable(_text);
        table.Add(1, isAnomaly: false);
        table.Finish(2);

        Assert.Equal("frame,score,anomaly\n1,0,0\n2,0,0\n", _text.ToString());
    }

    [Fact]
    public void BoxTable_Label_IsQuotedWhereNeeded()
    {
        var table = new BoxTable(_text);
        table.Add(3, new DetectedObject("person", 0.5f, new PixelRect(1, 2.126f, 30, 40.5f)));
        table.Add(4, new DetectedObject("light, \"red\"", 0.25f, new PixelRect(0, 0, 1, 1)));

        Assert.Equal("frame,label,score,x,y,width,height\n3,person,0.5,1,2.13,30,40.5\n4,\"light, \"\"red\"\"\",0.25,0,0,1,1\n", _text.ToString());
        Assert.Equal(2, table.Rows);
    }

    [Fact]
    public void WholeFile_NotFinished_LeavesWhatWasThereAndNothingElse()
    {
        var folder = Directory.CreateTempSubdirectory("edgecctv-whole-");
        var path = Path.Combine(folder.FullName, "out.csv");
        File.WriteAllText(path, "before");
        using (var file = new WholeFile(path))
        {
            file.Writer.Write("half");
            file.Writer.Flush();
        }

        Assert.Equal("before", File.ReadAllText(path));
        Assert.Single(folder.GetFiles());
        using (var file = new WholeFile(path))
        {
            file.Writer.Write("whole");
            file.Finish();
        }

        Assert.Equal("whole", File.ReadAllText(path));
        Assert.Single(folder.GetFiles());
        folder.Delete(recursive: true);
    }
}
